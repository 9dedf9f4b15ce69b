"""The widgets every window is made of. They know no slice: they take callables, frozen rows and a `Lane`.

Import from the module that holds the part; this page is the index.

=====================  =====================================================================================
module                 what a window takes from it
=====================  =====================================================================================
``lane``               ``Lane(parent, *, on_start, on_stop)``; ``lane.submit(work, done, failed, owner, job=None)``
                       writes, ``lane.read(…)`` alike reads, both give the `Job`; ``Job(says)`` with
                       ``tick(done, total)``, ``cancel()``, signals ``progressed(int, int)`` and ``ended(str)``;
                       ``lane.busy_changed(object)`` gives the jobs under way; ``lane.close()`` drains the writes
``relay``              ``Relay.hear(news)``, given to ``Store.listen``, → signal ``changed(str, object)``
``theme``              ``Theme(app, *, zoom, mode)``: ``set_zoom(1.25)``, ``set_mode("system|light|dark")``,
                       ``add_keys(window)``, signal ``changed()``; ``SPACE.xs s m l xl`` = 4 8 12 16 24;
                       ``icon(name, colour)``, ``IconButton(drawing, says, name)``
``headings``           ``Heading(text, detail="")``, ``Section(title).add(widget)``, ``Hint(text)``, ``Facts()``,
                       ``Page(name).add(widget)``
``table``              ``Column(key, title, …)``, ``Query(text, named, sort)``, ``RowSource`` protocol, ``ListSource``,
                       ``TableModel(source, columns)``
``listpane``           ``ListPane(name, source, columns, *, empty, state, filters=())``: filter box, table, count, empty
                       state; signals ``opened(int)``, ``picked(object)``; ``reload() selected_ids() select(id)``
``form``               ``Form(name)``: ``add(field_name, label, field, help="")``, ``values() set_values(…) dirty``,
                       ``show_error(RuleBroken) clear_errors()``, ``keep_drafts(save)``; signals ``save_asked()``,
                       ``changed()``
``fields``             ``Field`` (``value() set_value(v) changed``), ``LineField TextField ChoiceField YesNoField
                       SwitchField NumberField TimeField``
``dates`` ``money``    ``DateField(parse, words)``, ``MoneyField(parse, words, show)``
``picker``             ``PickerField(find, *, lane=None, free_text=False, add_new=None)`` over ``Choice``
``files``              ``FileField(ask, kinds)``: choose or drop
``rows``               ``RowsField(describe, make)``: a list edited in place, ordered by hand, with undo
``progress``           ``Progress()``: ``watch(job)``: what is going on, how far, cancel
``notices``            ``Notices(window)``: ``say(text, kind=Kind.DONE, action="", slot=None)``
``ask``                ``Ask`` protocol, ``QtAsk(window)``: ``confirm question reason choose_file choose_save
                       choose_folder tell printer``
``errors``             ``explain(error, ask, notices, form=None, reload=None)``; ``BugDialog``; ``Bugs.hook`` for
                       ``sys.excepthook``
``qt_texts``           ``install(app, language)``: Qt's own words in Vietnamese
``preview``            ``Preview(lane, ask, …)``: a paper on the screen, printed, saved
``line_of_time``       ``LineOfTime()``: ``set_moments([Moment(…)])``, signal ``link_activated(str)``
=====================  =====================================================================================
"""
