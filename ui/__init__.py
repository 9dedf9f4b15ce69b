"""Qt windows over the services of `frontdesk`; no window knows SQL."""
