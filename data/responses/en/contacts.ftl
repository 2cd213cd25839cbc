contact-all = Officers for strategic partnerships at VIAA:
    { $lines }
contact-of-number = This number or address belongs to:
    { $lines }
contact-field = Officer for { NAME("field", $field) }:
    { $lines }
contact-same = Yes, the same officer.
contact-another = No, another officer.
contact-person = { $right ->
    [yes] Yes, { $person } is right.
   *[no] No, { $person } is the officer for another field ({ $fields }).
}
contact-head = Head of the Strategic Partnerships Unit:
    { $lines }
contact-address = { FACT("agency_address") } { FACT("agency_department") }
human = I am a program; you can reach a person at VIAA.
