### The budget of a plan in conversation.

question-plan-budget = Work out our project's budget

planning-ask-basics = Tell me about the project, bit by bit if you like: field, how many months, how many partners and from which countries, support for innovation or exchange of good practices.
planning-ask-field = Which field is the project in: school education, vocational education and training, higher education or adult education?
planning-ask-months = How many months will the project last?
planning-ask-partners = How many organisations take part and from which countries (yours included)?
planning-ask-countries = From which countries are the organisations?
planning-ask-type = Is it a project supporting innovation or an exchange of good practices?
planning-ask-meetings = Will there be partner meetings? How many, how many people travel to each, and how far (kilometres, or from which town to which)?
planning-ask-outputs = Will there be intellectual outputs? Who works on them (manager, researcher or teacher, technician, administrative staff), how many days and in which country?
planning-ask-events = Will there be multiplier events? In which country, with how many local participants and how many from other countries?
planning-ask-activities = Will people travel to learn? Who (pupils, students, staff), how many people, to which country, for how many days and how far?
planning-ask-exceptional = Will there be exceptional costs (services or goods that the partners cannot provide themselves) or costs for special needs? How many euros?
planning-ask-special = Will there be costs for special needs? How many euros?

planning-need-participants = { $part ->
    [meetings] How many people travel to one meeting?
   *[other] How many people travel, and who are they: pupils, students or staff?
}
planning-need-each = Do that many people travel to each meeting in all, or that many from each partner?
planning-need-distance = How far is it: how many kilometres one way, or from which town to which?
planning-need-band = The rate changes within these bounds: how many kilometres one way is it exactly?
planning-need-staff = Who works on the intellectual outputs: a manager, a researcher or teacher, a technician, or administrative staff?
planning-need-days = { $part ->
    [outputs] How many days does this work take?
   *[other] How many days does the stay last, travel not counted?
}
planning-need-country = { $part ->
    [outputs] In which country is the organisation that does this work?
    [events] In which country is the event?
   *[other] To which country do they travel?
}
planning-need-local-participants = How many participants does the event have: how many local ones and how many from other countries?
planning-need-kind = Who travels: pupils, students or staff?
planning-need-amount = How many euros does it cost?

planning-noted = Noted:
planning-item-field = { NAME("field", $value) }
planning-item-type = { NAME("type", $value) }
planning-item-start = start { DATE($value) }
planning-item-months = { COUNT($value, unit: "months") }
planning-item-organisations = { COUNT($value, unit: "organisations") }
planning-item-countries = countries: { $names }
planning-country = { COUNTRY($code) }
planning-item-no-meetings = no meetings
planning-item-no-outputs = no intellectual outputs
planning-item-no-events = no multiplier events
planning-item-no-activities = no learning activities
planning-item-no-exceptional = no exceptional costs
planning-item-no-special = no costs for special needs
planning-item-meetings = meetings: { $count ->
    [none] { $yearly ->
        [none] 1
       *[other] { NUMBER($yearly) } a year
    }
   *[other] { NUMBER($count) }
}{ $participants ->
    [none] { "" }
   *[other] , people at each: { NUMBER($participants) }
}{ $each ->
    [none] { "" }
   *[other] , from each partner: { NUMBER($each) }
}{ $span ->
    [none] { $distance_km ->
        [none] { $from ->
            [none] { "" }
           *[other] , { $from } – { $to }
        }
       *[other] , { NUMBER($distance_km) } km
    }
   *[other] , { $span }
}
planning-item-outputs = work on outputs: { $staff ->
    [none] staff
   *[other] { NAME("staff", $staff) }
}{ $days ->
    [none] { "" }
   *[other] , { COUNT($days, unit: "days") }
}{ $country ->
    [none] { "" }
   *[other] , { COUNTRY($country) }
}
planning-item-events = multiplier event{ $country ->
    [none] { "" }
   *[other] , { COUNTRY($country) }
}{ $local_participants ->
    [none] { "" }
   *[other] , local: { NUMBER($local_participants) }
}{ $international_participants ->
    [none] { "" }
   *[other] , from other countries: { NUMBER($international_participants) }
}
planning-item-activities = { $times ->
    [none] { "" }
   *[other] { NUMBER($times) } × { "" }
}{ $kind ->
    [none] learning activity
   *[other] { NAME("activity", $kind) }
}{ $participants ->
    [none] { "" }
   *[other] , { COUNT($participants, unit: "participants") }
}{ $accompanying ->
    [none] { "" }
   *[other] , accompanying persons: { NUMBER($accompanying) }
}{ $country ->
    [none] { "" }
   *[other] , { COUNTRY($country) }
}{ $days ->
    [none] { "" }
   *[other] , { COUNT($days, unit: "days") }
}{ $span ->
    [none] { $distance_km ->
        [none] { $from ->
            [none] { "" }
           *[other] , { $from } – { $to }
        }
       *[other] , { NUMBER($distance_km) } km
    }
   *[other] , { $span }
}
planning-item-exceptional = exceptional costs { MONEY($amount) }
planning-item-sum = { $item } – { MONEY($amount) }{ $steps ->
    [none] { "" }
   *[other] { " " }({ $steps })
}
planning-item-removed = taken out: { $item }
planning-span = { $low ->
    [none] up to { NUMBER($high) } km{ $least ->
        [none] { "" }
       *[other] { " " }(taken as { NUMBER($least) } km or more)
    }
   *[other] { $high ->
        [none] { NUMBER($low) } km or more
       *[other] { NUMBER($low) }–{ NUMBER($high) } km
    }
}
planning-item-special = costs for special needs { MONEY($amount) }

planning-so-far = { $without ->
    [management] So far, without project management (it needs the length and the partners): { MONEY($total) }
   *[none] So far in total: { MONEY($total) }
}
planning-result = Grant in total: { MONEY($total) }
planning-line = • { $category ->
    [travel] travel
    [individual_support] individual support
    [linguistic_support] linguistic support
   *[other] { NAME("category", $category) }
}: { MONEY($amount) }{ $steps ->
    [none] { "" }
   *[other] { " " }= { $steps }
}{ $capped ->
    [none] { "" }
    [management_cap] ; cap { FACT($capped) } a month
   *[other] ; cap { FACT($capped) }
}
planning-maximum = The largest possible grant for { COUNT($months, unit: "months") } is { MONEY($amount) }.
planning-assumed = I assumed: { $names }.
planning-assumed-coordinator = the applicant is from Latvia
planning-assumed-countries = the other partners are from this country, too: { COUNTRY($country) }
planning-assumed-home = the partners' countries are not known, so they count as Latvian
planning-assumed-field = school education
planning-assumed-type = a project supporting innovation
planning-assumed-start = the project starts on { FACT("start_first") }
planning-findings = Please note:
planning-impossible = I can't take that ({ $thing ->
    [months] months
    [days] days
    [participants] people
    [accompanying] accompanying persons
    [count] number of meetings
    [distance_km] distance
    [from] place
    [to] place
    [amount] amount
   *[other] value
}: { $words }).
planning-missing = Still to tell: { $names }.
planning-nothing-missing = Nothing is missing.
planning-name-field = field
planning-name-months = length
planning-name-partners = partners
planning-name-countries = countries
planning-name-type = type of the project
planning-name-meetings = meetings
planning-name-outputs = intellectual outputs
planning-name-events = multiplier events
planning-name-activities = learning activities
planning-name-exceptional = exceptional costs
planning-name-special = special needs
planning-not-taken = I did not understand that; everything before stays.
planning-compare = With that change ({ $items }) the grant would be { MONEY($after) }; now it is { MONEY($before) }{ $change ->
    [more] : { MONEY($difference) } more
    [same] : nothing changes
   *[less] : { MONEY($difference) } less
}. I did not change the plan; tell me as a correction if I should.
planning-stopped = All right, we leave the budget. I keep the plan; write “back to the budget” to go on.
planning-nothing = All right. We have not begun a budget in this conversation.
planning-restarted = All right, we begin the budget anew; the previous plan is deleted.
planning-file = Here is the file: { $name }
planning-back = The budget is waiting: we go on when you answer the previous question, or write “stop”.
planning-button-none = No, none
planning-button-now = Work out the budget
planning-button-each-partner = From each partner
planning-button-in-all = In total
planning-button-xlsx = Excel file
planning-button-pdf = PDF file
planning-button-stop = Let's stop
