priorities-horizontal = Horizontal priorities ({ NUMBER($number) }), open to all fields:
    { $lines }
priority-from-start = Yes, it has been there from the start.
priority-not-from-start = No, it was not there from the start.
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
priority-none-named = None of the priorities names this theme by itself; your project must serve one of those that there are.
priority-not-named = No, none of the priorities names this theme by itself; your project must serve one of those that there are.
priority-preschools = Preschools belong to { NAME("field", $field) }, and one of its priorities is theirs: “{ NAME("priority", "early_childhood") }”.
priority-of-other-field = No, not by itself, as this is a priority of another field:
    { $lines }
    A project in { NAME("field", $field) } must address at least { FACT("priorities_minimum") } that is horizontal or of its own field.
priority-across-fields = No, not by itself. { FACT("one_priority_enough") }
priority-nth = Priority { NUMBER($number) } in this list ({ $field ->
    [horizontal] horizontal
   *[other] { NAME("field", $field) }
}): “{ $name }”.
priority-beyond = There is none: this list has { NUMBER($number) }.
priority-number = A project must address at least { FACT("priorities_minimum") }. { FACT("one_priority_enough") }
terms = { FACT("terms") }
