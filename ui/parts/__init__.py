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
``headings``           ``Heading(text, detail="").add(button)``, ``Section(title).add(widget)``, ``Hint(text)``,
                       ``Elided(role)``, ``Facts().set_facts([(label, value[, Tone])])``,
                       ``Page(name).add(widget)``
``table``              ``Column(key, title, …)``, ``Query(text, named, sort)``, ``RowSource`` protocol, ``ListSource``,
                       ``TableModel(source, columns)``; rows carry ``id`` unless ``row_id=`` says otherwise
``listpane``           ``ListPane(name, title, source, columns, *, empty, state, filters, sort)``: filter box, table,
                       count, empty page; signals ``opened(object)`` an id, ``picked(object)`` ids, ``begin()``;
                       ``reload() selected_ids() select(id) add_tool(button) shown_columns()``
``form``               ``Form(name)``: ``add(field_name, label, field, hint="")``, ``values() set_values(…) dirty``,
                       ``show_error(RuleBroken) clear_errors()``, ``keep_drafts(save) restore_draft(values)
                       keep_now() mark_clean() readable()``; signals ``save_asked()``, ``changed()``; ``required(…)``
``fields``             ``Field`` (``value() set_value(v) trouble() changed entered``), ``LineField TextField ChoiceField
                       YesNoField SwitchField``; ``reading`` has ``NumberField TimeField``
``dates`` ``money``    ``DateField(parse, words)``, ``MoneyField(parse_vnd, words, format_vnd)``
``picker``             ``PickerField(find, *, lane=None, free_text=False, add_new=None)`` over ``Choice``
``files``              ``FileField(ask, kinds)``: choose or drop
``rows``               ``RowsField(describe, make, edits_outside=False)``: edited in place, ordered by hand, with undo
``progress``           ``Progress()``: ``watch(job)``: what is going on, how far, cancel
``notices``            ``Notices(window)``: ``say(text, Weight.DONE, action="Undo", slot=self._on_undo)``
``ask``                ``Ask`` protocol, ``QtAsk(window)``: ``confirm question reason choose_file(s) choose_save
                       choose_folder tell printer``
``errors``             ``explain(error, ask, notices, form=…, reload=…)`` for each ``failed`` slot; ``Bugs().install()``
``qt_texts``           ``install(app, language)``: Qt's own words in Vietnamese
``preview``            ``Preview(lane, ask, notices)``: ``show_paper(make)``; the worker calls ``make() -> Shown``
``remembering``        ``StateStore`` protocol (``get put``), ``keep_place(window, state) restore_place(window, state)``
``smalltable``         ``SmallTable(name, title, columns, *, empty)``: a short table inside a page, as high as its rows
``flow``               ``Flow``: a row that goes on in a second line where the window is too narrow
``menus``              ``Entry(text, slot, offered, name, role)``, ``push menu_button fill``, ``ButtonRow(entries)``
``line_of_time``       ``LineOfTime()``: ``set_moments([Moment(…)])``, signal ``link_activated(str)``
=====================  =====================================================================================
"""
