activity-line = • { NAME("activity", $activity) } – { $unit ->
        [days] { COUNT($minimum, unit: "days") }
       *[months] { COUNT($minimum, unit: "months") }
    } to { COUNT($maximum, unit: "months") } ({ $fields })
learning-activities = Learning, teaching and training activities with their length and fields:
    { $lines }
learning-activities-field = Learning, teaching and training activities in { NAME("field", $field) }:
    { $lines }
learning-activities-of-learner = { $field ->
        [none] Activities for learners:
       *[other] Activities for learners in { NAME("field", $field) }:
    }
    { $lines }
learning-activities-of-staff = { $field ->
        [none] Activities for staff:
       *[other] Activities for staff in { NAME("field", $field) }:
    }
    { $lines }
activity-fits = { $unit ->
    [days] Yes, { COUNT($number, unit: "days") } is fine.
   *[months] Yes, { COUNT($number, unit: "months") } is fine.
}
activity-too-short = { $unit ->
    [days] No, { COUNT($number, unit: "days") } is too short.
   *[months] No, { COUNT($number, unit: "months") } is too short.
}
activity-longer = These may last so long:
    { $lines }
activity-too-long = { $unit ->
    [days] No, { COUNT($number, unit: "days") } is too long.
   *[months] No, { COUNT($number, unit: "months") } is too long.
}
activity-not-in-field = No, in { NAME("field", $field) } that is not possible: { NAME("activity", $activity) }.
activity-in-field = Yes, { $field ->
        [none] that is possible
       *[other] in { NAME("field", $field) } that is possible
    }: { NAME("activity", $activity) }.
activities-of-length = { $asked ->
        [verdict] Yes,{ " " }
       *[none] { "" }
    }{ $unit ->
        [days] { COUNT($number, unit: "days") }
       *[months] { COUNT($number, unit: "months") }
    } is a possible length of these activities:
    { $lines }
activity-called = In this call that is: { NAME("activity", $activity) }.
activity-called-one-of = In this call that may be one of these activities:
    { $lines }
activity-days-too-few = Please note: { COUNT($days, unit: "days") } is too short, such an activity lasts at least { COUNT($least, unit: "days") }.
learning-activity = { $line }
learning-activity-about = { $about }
travel = Travel money for learning activities per participant, by distance:
    { $lines }
    Nothing is paid for distances under { FACT("travel_minimum_distance") }. { FACT("travel_scope") } { FACT("distance_rule") }
travel-band = • { NUMBER($first) }–{ NUMBER($last) } km – { MONEY($amount) }
travel-last-band = • { NUMBER($first) } km and more – { MONEY($amount) }
travel-sum = Travel money for { COUNT($people, unit: "people") } at { NUMBER($kilometres) } km: { $sum }.
travel-together = Travel together: { MONEY($amount) }.
travel-too-near = No travel money is paid for { NUMBER($kilometres) } km: it starts at { FACT("travel_minimum_distance") }.
travel-rule = { FACT("distance_rule") } { FACT("travel_both_ways") }
distance-between = { $origin } – { $target }: about { NUMBER($kilometres) } km in a straight line.
distance-from-agency = You named no place of departure, so the distance is measured from { $origin }. If you set out from elsewhere, name the place.
place-unclear = The name of the place is not clear, it may be: { $names }. Please name the country too, or the distance in kilometres.
distance-rule = { FACT("distance_rule") } { FACT("travel_both_ways") }
expensive-travel = Where travel is expensive, { FACT("expensive_travel_share") } of the real costs are paid instead of the unit cost. This applies if the unit cost covers less than { FACT("expensive_travel_threshold") } of the real travel costs.
travel-is-expensive = Yes: the unit cost{ $kilometres ->
        [0] { "" }
       *[other] { " " }for { NUMBER($kilometres) } km
    } is { MONEY($unit) }, which is less than { FACT("expensive_travel_threshold") } of { MONEY($costs) }.
travel-is-not = No: the unit cost{ $kilometres ->
        [0] { "" }
       *[other] { " " }for { NUMBER($kilometres) } km
    } is { MONEY($unit) }, which is at least { FACT("expensive_travel_threshold") } of { MONEY($costs) }.
expensive-travel-sum = Of { MONEY($costs) }, { MONEY($amount) } ({ FACT("expensive_travel_share") }) is reimbursed if the travel counts as expensive.
individual-support = Individual support per participant per day in short activities:
    { $lines }
    { FACT("individual_support_scope") } { FACT("long_activity_rates") }
individual-support-rates = Per participant per day:
    { $lines }
support-rate-staff = • staff, days { NUMBER($first) }–{ NUMBER($last) } – { MONEY($amount) }
support-rate-learner = • learners, days { NUMBER($first) }–{ NUMBER($last) } – { MONEY($amount) }
support-sum-staff = Staff, { COUNT($people, unit: "people") }, { COUNT($days, unit: "days") }: { $sum }.
support-sum-learner = Learners, { COUNT($people, unit: "people") }, { COUNT($days, unit: "days") }: { $sum }.
support-sum-accompanying = Accompanying persons, { COUNT($people, unit: "people") }, { COUNT($days, unit: "days") }: { $sum }.
support-unknown = I cannot work out the sum for an activity of { COUNT($days, unit: "days") }. { FACT("long_activity_rates") }
support-unknown-long = I do not know the rates of individual support for long activities (2 months and more). { FACT("long_activity_rates") }
support-together = Individual support together: { MONEY($amount) }.
activity-several = For { $count } such activities that is { MONEY($amount) }.
activity-together = Travel and individual support together: { MONEY($amount) }.
support-travel-days-unknown = My sources do not say whether travel days before and after the activity count as days of the activity. Please look in part B of the guide or ask VIAA.
support-hosts-unknown = Travel is paid by distance, so the hosts' own people, who do not travel, get none. My sources do not say whether individual support is paid for them; please look in part B of the guide or ask VIAA.
support-travel-apart = Travel is paid on top of it, by distance.
support-rule = { FACT("individual_support_scope") }
linguistic-support = Linguistic support is { FACT("linguistic_support") } per participant. { FACT("linguistic_support_scope") }
linguistic-support-too-short = No linguistic support is paid for such a short activity.
linguistic-support-sum = { COUNT($people, unit: "people") }: { $sum }.
accompanying-persons = { FACT("accompanying_persons") } { FACT("accompanying_persons_rate") }
accompanying-persons-rates = Per person per day:
    { $lines }
