priorities-horizontal = Horizontal priorities ({ NUMBER($number) }), open to all fields:
    { $lines }
priority-added = Added later, on { DATE($day) }: “{ $name }”.
priorities-field = Priorities of { NAME("field", $field) } ({ NUMBER($number) }):
    { $lines }
    A horizontal priority may be chosen too.
priorities-all = Horizontal priorities ({ NUMBER($number) }), open to all fields:
    { $lines }
    Each field has priorities of its own as well. Which field are you interested in?
priority-line = { $field ->
    [horizontal] • { NAME("priority", $priority) } (horizontal priority)
   *[other] • { NAME("priority", $priority) } ({ NAME("field", $field) })
}
priority-fits = Yes, this fits:
    { $lines }
priority-number = A project must address at least { FACT("priorities_minimum") }. { FACT("one_priority_enough") }
terms = { FACT("terms") }
