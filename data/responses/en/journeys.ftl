### Who travels from where to where, and what it comes to.

journey-sum = { $kind ->
    [meeting] { $times ->
        [one] Meeting
       *[other] { NUMBER($times) } meetings
    }
    [training] { $times ->
        [one] Staff training
       *[other] { NUMBER($times) } staff trainings
    }
   *[exchange] { $times ->
        [one] Activity for learners
       *[other] { NUMBER($times) } activities for learners
    }
} ({ $venue }{ $days ->
    [0] { "" }
   *[other] , { COUNT($days, unit: "days") }
}): { MONEY($amount) }{ $times ->
    [one] { "" }
   *[other] { " " }= { NUMBER($times) } × { MONEY($once) }
}.
journey-line-meeting = • { $town } ({ NUMBER($kilometres) } km), { COUNT($people, unit: "people") }: { $sum }
journey-line-nothing = • { $town }, { COUNT($people, unit: "people") }: 0 EUR, { $why ->
    [host] because they do not travel: nothing is paid for the host's own people
    [within_country] because the meeting is in their own country ({ NUMBER($kilometres) } km), and a meeting is paid only for travel from another country
   *[too_near] because it is only { NUMBER($kilometres) } km; nothing is paid for less than { FACT("meetings_minimum_distance") }
}
journey-line-activity = • { $town } ({ NUMBER($kilometres) } km), { COUNT($people, unit: "people") }{ $days ->
    [0] { "" }
   *[other] , { COUNT($days, unit: "days") }
}: { $parts }{ $amount ->
    [none] { "" }
   *[other] ; together { MONEY($amount) }
}
journey-part-travel = travel { $sum ->
    [none] 0 EUR (paid from { FACT("travel_minimum_distance") })
   *[other] { $sum }
}
journey-part-staff = individual support for staff ({ NUMBER($people) }) { $sum }
journey-part-learner = individual support for learners ({ NUMBER($people) }) { $sum }
journey-parts = Travel together: { MONEY($travel) }; individual support together: { MONEY($support) }.
journey-all = Together: { MONEY($amount) } ({ $count ->
    [2] both
   *[other] all { NUMBER($count) }
}).
journey-compared = Before it was { MONEY($before) }{ $direction ->
    [more] , so this is { MONEY($difference) } more
    [same] , so nothing changes
   *[less] , so this is { MONEY($difference) } less
}.
journey-right = Yes, { MONEY($amount) }.
journey-wrong = No, it is { MONEY($amount) }.
journey-no-within-country = No, nothing is paid for them: they travel within one country.
journey-online = Whoever joins online does not travel, so nothing is paid for that person.
journey-rule-meeting = A meeting is paid per person and meeting by the distance one way, however many days it lasts:
    { $lines }
journey-days-missing = This is travel only. Individual support comes on top of it: tell me how many days the activity lasts.
journey-days-of-meeting = The days make no difference: a meeting is paid per person and meeting, not per day.
journey-from-capitals = Where only the country was named, I measured from the capital ({ $names }). If they come from another town, name it: the sum may change.
journey-who = Those who travelled before would be at home there, and nothing is paid for them. Who would travel there, how many people from where?
journey-which = Which group do you mean: { $names }? Please name the place with the number of people.
journey-hosts = { $right ->
    [yes] Right
   *[no] No
}{ $kind ->
    [meeting] . { FACT("meetings_hosts") }
   *[other] , no travel money: whoever stays at home has no journey, and travel is paid from { FACT("travel_minimum_distance") }. My sources do not say whether individual support is paid for the hosts' own people.
}
journey-cheaper = { $direction ->
    [less] Yes, it is { MONEY($difference) } less.
    [same] No, it is the same.
   *[more] No, it is { MONEY($difference) } more.
}
journey-rates = The call sets the daily rates by the days of the activity, so the later days are paid less, per participant:
    { $lines }
journey-venue-allowed = Yes, it may be held there: venues are the countries of the participating organisations.
journey-why-nothing = Because nothing is paid for these: { $names }.
journey-per-head = { $kind ->
    [meeting] For one person: { MONEY($amount) }.
   *[other] { $who ->
        [learner] For one learner: { MONEY($amount) }.
       *[staff] For one member of staff: { MONEY($amount) }.
    }
}
journey-daily = Yes, individual support is paid whatever the distance: { $parts }.
# the capital of a country of which no town was named
capital-name = { $country ->
   *[other] { $name }
}
