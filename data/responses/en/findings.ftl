### What is found in a plan or in what a person told of it.

finding-enough-partners = The number of organisations is enough (at least { FACT("consortium_organisations") } are needed).
finding-too-few-partners = Too few organisations: at least { FACT("consortium_organisations") } are needed.
finding-enough-countries = The number of countries is enough (at least { FACT("consortium_countries") } are needed).
finding-too-few-countries = Too few different Programme Countries: at least { FACT("consortium_countries") } are needed.
finding-duration-fits = { COUNT($months, unit: "months") } is fine.
finding-duration-too-short = { $field ->
        [higher_education] { COUNT($months, unit: "months") } is too short: in higher education at least { FACT("duration_minimum_higher_education") } are needed.
       *[other] { COUNT($months, unit: "months") } is too short: at least { FACT("duration_minimum") } are needed, in higher education { FACT("duration_minimum_higher_education") }.
    }
finding-duration-too-long = { COUNT($months, unit: "months") } is too long: at most { FACT("duration_maximum") } are possible.
finding-start-in-window = The start ({ DATE($day) }) is fine.
finding-start-outside-window = The start ({ DATE($day) }) is not possible: a project may start between { FACT("start_first") } and { FACT("start_last") }.
finding-type-allowed = The type of project ({ NAME("type", $type) }) is fine.
finding-good-practice-not-in-higher-education = { FACT("good_practice_higher_education") }
finding-grant-fits = A grant of { MONEY($amount) } is within the largest possible one ({ MONEY($most) }).
finding-grant-too-high = A grant of { MONEY($amount) } is too high: at most { MONEY($most) } can be awarded.
finding-end-in-time = { $day ->
        [none] With that start, { COUNT($months, unit: "months") } fits: a project must end by { FACT("latest_end") }.
       *[other] The project ends on { DATE($day) }: it must end by { FACT("latest_end") }.
    }
finding-priority-fits = The priority “{ NAME("priority", $priority) }” fits.
finding-largest-grant = • For { COUNT($months, unit: "months") } the grant is at most { MONEY($amount) }.
finding-eche-needed = • { FACT("eche") }
finding-end-too-late = With that start, { COUNT($months, unit: "months") } is too long: a project must end by { FACT("latest_end") }, so it may last at most { COUNT($most, unit: "months") }.
finding-applicant-not-in-programme-country = { COUNTRY($country) } is not a Programme Country. { FACT("applicant") }
finding-other-agency = The applicant's country: { COUNTRY($country) }. { FACT("applicant_agency") }
finding-partner-country-added-value = { COUNTRY($country) } is not a Programme Country. { FACT("partner_country_added_value") }
finding-consortium-applies-twice = { FACT("one_application_rule") }
finding-no-priority = No priority is named: at least { FACT("priorities_minimum") } is needed.
finding-unknown-priority = This call has no priority “{ $priority }”.
finding-priority-of-another-field = The priority “{ NAME("priority", $priority) }” is one of another field.
finding-activity-outside-partner-countries = The activity takes place in a country without a partner ({ COUNTRY($country) }). { FACT("venues") } The seats of the EU institutions are an exception.
finding-activity-wrong-field = The kind of activity “{ NAME("activity", $activity) }” is not possible in this field ({ NAME("field", $field) }).
finding-activity-duration = The activity “{ NAME("activity", $activity) }” lasts { COUNT($days, unit: "days") }, but it must last at least { COUNT($least, unit: "days") } and at most { COUNT($most, unit: "days") }.
finding-eche-missing = { $name ->
    [none] A higher education institution ({ COUNTRY($country) })
   *[other] “{ $name }” ({ COUNTRY($country) })
} has no ECHE. { FACT("eche") }
finding-eche-unknown = { $name ->
    [none] It is not said whether a higher education institution ({ COUNTRY($country) }) has the ECHE.
   *[other] It is not said whether “{ $name }” ({ COUNTRY($country) }) has the ECHE.
} { FACT("eche") }
finding-ends-too-late = A project that starts on { DATE($day) } and lasts { COUNT($months, unit: "months") } ends too late: it must end by { FACT("latest_end") }.
finding-needs-justification = { FACT("outputs_justified_staff") } (In the plan: { NAME("staff", $staff) }.)
finding-participant-of-wrong-kind = { $participant ->
    [staff] In the activity “{ NAME("activity", $activity) }” staff are named as participants, but it is meant for learners; teachers who go with them are accompanying persons.
   *[learner] In the activity “{ NAME("activity", $activity) }” learners are named as participants, but it is meant for staff.
}
finding-over-maximum-grant = The costs together ({ MONEY($amount) }) are { MONEY($over) } above the largest possible grant ({ MONEY($most) }).
finding-outputs-only-for-innovation = { FACT("outputs_only_innovation") }
finding-event-without-output = { FACT("event_condition") }
finding-meeting-within-country = The meeting { $origin } – { $target } stays within one country, so nothing is paid for it.
finding-outside-partner-countries = { COUNTRY($country) }: no partner is from this country, so what is planned there is not funded.
finding-rate-unknown = { $matter ->
    [output_work] { COUNTRY($country) }: { FACT("partner_country_rates") }
   *[long_activity] { COUNTRY($country) }: { FACT("long_activity_rates") }
} Please look them up in the guide.
