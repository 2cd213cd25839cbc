priorities-horizontal = Horizontālās prioritātes ({ NUMBER($number) }), kas attiecas uz visiem sektoriem:
    { $lines }
priority-from-start = Jā, tā bija jau no sākuma.
priority-not-from-start = Nē, no sākuma tās nebija.
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
priority-none-named = Neviena prioritāte šo tematu atsevišķi nenosauc; projektam jākalpo kādai no tām, kas ir.
priority-not-named = Nē, neviena prioritāte šo tematu atsevišķi nenosauc; projektam jākalpo kādai no tām, kas ir.
priority-preschools = Pirmsskola pieder pie { NAME("field", $field, case: "genitive") }, un viena no šī sektora prioritātēm ir tieši par to: „{ NAME("priority", "early_childhood") }”.
priority-of-other-field = Nē, ar to vien nepietiek, jo tā ir cita sektora prioritāte:
    { $lines }
    Ja projekts ir { NAME("field", $field, case: "locative") }, tam jārisina vismaz { FACT("priorities_minimum") }, kas ir horizontāla vai pieder pie šī paša sektora.
priority-across-fields = Nē, ar to vien nepietiek. { FACT("one_priority_enough") }
priority-nth = { NUMBER($number) }. prioritāte šajā sarakstā ({ $field ->
    [horizontal] horizontālās
   *[other] { NAME("field", $field) }
}): „{ $name }”.
priority-beyond = Tādas nav: šajā sarakstā ir { NUMBER($number) }.
priority-number = Projektam jārisina vismaz { FACT("priorities_minimum") }. { FACT("one_priority_enough") }
terms = { FACT("terms") }
