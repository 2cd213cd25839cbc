management = For management and implementation the coordinator gets { FACT("management_coordinator") } a month and each other partner { FACT("management_partner") } a month, together at most { FACT("management_cap") } a month. It is paid for at most { FACT("management_paid_organisations") }, the coordinator included.
management-shares = Of this, the coordinator gets { MONEY($coordinator) } and each other partner { MONEY($partner) }.
management-sum = { COUNT($organisations, unit: "organisations") }, the coordinator included, for { COUNT($months, unit: "months") }: { $sum }. That is { MONEY($monthly) } a month.
management-coordinator-sum = The coordinator alone, for { COUNT($months, unit: "months") }: { $sum }.
management-coordinator-month = The coordinator alone: { MONEY($amount) } a month.
management-partner-sum = One partner that is not the coordinator, for { COUNT($months, unit: "months") }: { $sum }.
management-partner-month = A partner that is not the coordinator: { MONEY($amount) } a month.
management-own = { $role ->
    [coordinator] You as the coordinator
   *[partner] You as a partner
}, { $months ->
    [0] per month
   *[other] for { COUNT($months, unit: "months") }
}: { $sum }.
management-theirs = { $names }, { $months ->
    [0] per month
   *[other] for { COUNT($months, unit: "months") }
}: { $sum }.
management-every-partner = Yes, management money is paid for every partner that is not just associated, also for an organisation from a Partner Country.
management-none-associated = No, associated partners get no money.
management-compared = { $change ->
    [less] Before ({ COUNT($organisations, unit: "organisations") }) it would be { MONEY($before) }: now { MONEY($difference) } less.
    [more] Before ({ COUNT($organisations, unit: "organisations") }) it would be { MONEY($before) }: now { MONEY($difference) } more.
   *[same] That does not change the sum.
}
management-not-for-all = No, not for all of them.
management-neither = Neither of them: it is { MONEY($amount) } a month.
management-month-shares = Of this, the coordinator gets { MONEY($coordinator) } a month and each other partner { MONEY($partner) } a month.
management-not-a-month = No, not { MONEY($asked) } a month.
management-month = { COUNT($organisations, unit: "organisations") }, the coordinator included, per month: { $sum }.
capped-management-cap = Without the monthly cap ({ FACT("management_cap") }) it would be { MONEY($requested) }.
management-use = { FACT("management_scope") } { FACT("management_monthly") } My sources do not say how to share it among the partners or whether salaries may be paid from it; see the guide or ask VIAA.

meetings = A transnational meeting is paid per participant, by distance one way:
    { $lines }
    Nothing is paid for distances under { FACT("meetings_minimum_distance") }. { FACT("meetings_hosts") } { FACT("meetings_yearly_cap") }
meetings-host-own-staff = No. { FACT("meetings_hosts") }
meetings-host-gets-nothing = The host gets nothing for its own people.
meetings-at-home = If you host the meeting, nothing is paid for your own people: what follows is for those who travel to you.
meetings-sum = { COUNT($people, unit: "people") }, { COUNT($count, unit: "meetings") }: { $sum }.
meetings-sum-band = { COUNT($people, unit: "people") }, { COUNT($count, unit: "meetings") }, travelling { NUMBER($first) }–{ NUMBER($last) } km: { $sum }.
meetings-sum-last-band = { COUNT($people, unit: "people") }, { COUNT($count, unit: "meetings") }, travelling { NUMBER($first) } km or more: { $sum }.
meetings-sum-from = { COUNT($people, unit: "people") }, { COUNT($count, unit: "meetings") } ({ NUMBER($kilometres) } km): { $sum }.
meetings-together = Together: { MONEY($amount) }.
meetings-too-near = Nothing is paid for such a short journey to a meeting.

output-rates = Day rates for intellectual outputs (EUR a day: { $heads }):
    { $lines }
output-rates-why = The Programme Guide sets the day rates by groups of countries and by staff category, so the same work is paid differently from country to country.
output-rates-day = { COUNTRY($country) }, { NAME("staff", $staff) }: { MONEY($amount) } a day.
output-rates-sum = { COUNTRY($country) }, { NAME("staff", $staff) }, { COUNT($days, unit: "days") }: { $sum }.
output-rates-unknown = { COUNTRY($country) }: { FACT("partner_country_rates") }
output-rates-paid-elsewhere = What another programme already pays cannot be charged here a second time. { FACT("double_funding") }
output-rates-some-without-country = Where no country was named, the rates of { COUNTRY($country) } are used.
output-rates-of-agency-country = You did not name a country, so I used the rates of { COUNTRY($country) }; tell me if the staff are from another one.
output-rates-together = Together: { MONEY($amount) }.
output-rates-rule = { FACT("output_rates_rule") } { FACT("outputs_only_innovation") }
output-rates-justified = { FACT("outputs_justified_staff") }
outputs-not-in-good-practice = { $verdict ->
    [right] Yes, that is right: a project for the exchange of good practices gets no money for intellectual outputs.
    [out] Yes, it cannot stay in the budget: a project for the exchange of good practices gets no money for intellectual outputs.
    [rule] A project for the exchange of good practices gets no money for intellectual outputs.
   *[no] No: a project for the exchange of good practices gets no money for intellectual outputs.
}
output-is-not = { $asked ->
    [doubted] Yes, the doubt is justified: { $kinds } do not count as intellectual outputs.
   *[other] No, { $kinds } do not count as intellectual outputs.
}
output-is-not-paid = Day rates are not paid for such work.
output-is = { $asked ->
    [doubted] No, the doubt is unfounded: { $kinds } may count as intellectual outputs if they meet the definition below.
    [planned] But { $kinds } may count as intellectual outputs if they meet the definition below.
   *[other] Yes, { $kinds } may count as intellectual outputs if they meet the definition below.
}
intellectual-output = { FACT("output_definition") } For example:
    { ITEMS("output_is") }
    These do not count as intellectual outputs:
    { ITEMS("output_is_not") }
    { FACT("outputs_only_innovation") }
output-staff = Intellectual outputs have four staff categories: { NAME("staff", "manager") }; { NAME("staff", "researcher") }; { NAME("staff", "technician") }; { NAME("staff", "administrative") }. { FACT("outputs_justified_staff") } { FACT("outputs_only_innovation") } My sources do not say whether volunteers' work can be paid or how salaries are proven; please ask VIAA.

multiplier-events = A multiplier event is paid { FACT("event_local") } for each local participant and { FACT("event_international") } for each participant from another country, at most { FACT("event_cap") } per project. { FACT("event_condition") } { FACT("event_own_staff") }
event-without-outputs = No: without intellectual outputs multiplier events are not funded.
event-with-outputs = Yes: together with intellectual outputs multiplier events are funded.
event-not-for-own-staff = No: for the partners' own staff no money is paid.
event-rest-without-own = Without { COUNT($people, unit: "people") } of the partners' own staff:
event-online-unknown = My sources do not say whether an online event is paid; please ask VIAA.
event-sum = { $international ->
    [0] { COUNT($local, unit: "participants") } from the country itself: { $sum }.
   *[other] { $local ->
        [0] { COUNT($international, unit: "participants") } from other countries: { $sum }.
       *[other] { COUNT($local, unit: "participants") } from the country itself and { COUNT($international, unit: "participants") } from other countries: { $sum }.
    }
}
event-sum-several = { COUNT($count, unit: "events") } together: { $sum }.
event-number-open = My sources set no limit on the number of events, only on their money: all of a project's events together get at most { FACT("event_cap") }.
event-people = The sum depends on whether the participants are local or from other countries:
event-not-all = No, not all of it: a project gets at most { FACT("event_cap") } for its multiplier events.
capped-event-cap = { MONEY($rest) } is not covered: without the ceiling ({ FACT("event_cap") }) it would be { MONEY($requested) }.
event-not-in-good-practice = { $verdict ->
    [right] Yes, that is right: a
    [rule] A
   *[no] No: a
} project for the exchange of good practices gets no money for multiplier events. { FACT("management_scope") }

exceptional-costs = Of the real exceptional costs, { FACT("exceptional_share") } is reimbursed, up to { FACT("exceptional_cap") } per project. { FACT("exceptional_scope") } { FACT("exceptional_guarantee") } { FACT("office_equipment") }
exceptional-if-accepted = If it is accepted as exceptional costs:
exceptional-not-in-full = No, not in full but { FACT("exceptional_share") }.
exceptional-other-share = No, not { NUMBER($share) } % but { FACT("exceptional_share") }.
exceptional-sum = Of { MONEY($costs) }, { MONEY($amount) } ({ FACT("exceptional_share") }) is reimbursed; the organisations pay the remaining { MONEY($rest) } themselves.
exceptional-sum-capped = Of { MONEY($costs) }, { MONEY($amount) } is reimbursed; the organisations pay the remaining { MONEY($rest) } themselves.
exceptional-not-own = No, what one of the partners can do itself is not paid for as exceptional costs.
exceptional-most-costs = The cap ({ FACT("exceptional_cap") }) is reached when the costs come to { MONEY($amount) }: { FACT("exceptional_share") } of them is just the cap. Whatever is above { MONEY($amount) } the organisations pay themselves.
capped-exceptional-cap = { $steps } is above the cap of a project ({ FACT("exceptional_cap") }).
equipment = { FACT("office_equipment") } { FACT("exceptional_scope") }
equipment-ordinary = No, office equipment such as computers, tablets and printers is not funded from exceptional costs. Whether devices that learners use count as such, my sources do not say; please ask VIAA.

special-needs = For special needs support, { FACT("special_needs_share") } of the real costs is reimbursed. { FACT("special_needs_scope") }
special-needs-all = Yes, { FACT("special_needs_share") }.
special-needs-other-share = No, not { NUMBER($share) } %.
special-needs-not-in-cap = No: special needs support is a category of costs of its own. The cap of { FACT("exceptional_cap") } is for exceptional costs only.
special-needs-no-own-share = No: { FACT("special_needs_share") } of the real costs is reimbursed.
special-needs-no-cap = My sources name no cap for special needs support.
special-needs-sum = Of { MONEY($costs) }, { MONEY($amount) } ({ FACT("special_needs_share") }) is reimbursed.

total = In total { MONEY($amount) } (the latest sums added up):
    { $lines }
total-within-event-cap = That is within the cap: a project can get at most { FACT("event_cap") } for multiplier events.
total-event-cap-reached = A project cannot get more than { FACT("event_cap") } for multiplier events.
difference = Before it was { MONEY($before) }, now it is { MONEY($now) }: { MONEY($difference) } { $direction ->
    [more] more
   *[less] less
}.
difference-nothing = There are no two sums in this conversation yet that I could compare. Name the numbers, and then say what to change.
total-line-participant = { $line } ({ $participant ->
        [learner] learners
       *[staff] staff
    })
total-line-work = { $line } ({ COUNTRY($country) }, { NAME("staff", $staff) })
together-with-before = Together with what was worked out before: { MONEY($amount) }.
total-nothing = There is no single sum in this conversation yet that I could add up. Name the numbers (people, days, distance, partners, months), and I will work out each kind of cost and then the total.
total-line = • { $topic ->
        [management] project management and implementation
        [meetings] transnational project meetings
        [output_rates] intellectual outputs
        [multiplier_events] multiplier events
        [exceptional_costs] exceptional costs
        [guarantee] exceptional costs, financial guarantee
        [special_needs] special needs support
        [travel] travel to learning activities
        [expensive_travel] expensive travel
        [accompanying_persons] accompanying persons
        [individual_support] individual support
       *[linguistic_support] linguistic support
    } – { MONEY($amount) }

budget-vat-unknown = My sources do not say whether and when VAT is an eligible cost; see part C of the guide or ask your officer.
budget-categories = These costs can be planned:
    { $lines }
budget-categories-excluded = Not funded in such a project: { $names }.
category-name = { NAME("category", $category) }
category-line = • { NAME("category", $category) } – { $funding ->
        [unit_costs] unit costs
        [real_costs] real costs, { NUMBER($share) } %
       *[mixed] unit costs, expensive travel { NUMBER($share) } %
    }{ $types ->
        [both] {""}
        [innovation] , innovation projects only
       *[good_practice] , good-practice projects only
    }
output-rates-paid-elsewhere-no = No: what another programme already pays cannot be charged here a second time.
