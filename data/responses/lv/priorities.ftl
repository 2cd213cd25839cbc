priorities-horizontal = Horizontālās prioritātes ({ NUMBER($number) }), kas attiecas uz visiem sektoriem:
    { $lines }
priority-added = Pievienota vēlāk, { DATE($day, case: "locative") }: „{ $name }”.
priorities-field = { NAME("field", $field, case: "genitive") } prioritātes ({ NUMBER($number) }):
    { $lines }
    Var izvēlēties arī horizontālo prioritāti.
priorities-all = Horizontālās prioritātes ({ NUMBER($number) }), kas attiecas uz visiem sektoriem:
    { $lines }
    Katram sektoram ir arī savas prioritātes. Kurš sektors jūs interesē?
priority-line = { $field ->
    [horizontal] • { NAME("priority", $priority) } (horizontālā prioritāte)
   *[other] • { NAME("priority", $priority) } ({ NAME("field", $field) })
}
priority-fits = Jā, tam atbilst:
    { $lines }
priority-number = Projektam jārisina vismaz { FACT("priorities_minimum") }. { FACT("one_priority_enough") }
terms = { FACT("terms") }
