duration = A project may last from { FACT("duration_minimum") } to { FACT("duration_maximum") }; in higher education from { FACT("duration_minimum_higher_education") } to { FACT("duration_maximum") }.
duration-ends-too-late = No, { COUNT($months, unit: "months") } is too long: the project must end by { FACT("latest_end") }.
duration-fits = { $field ->
    [none] Yes, { COUNT($months, unit: "months") } is fine.
   *[other] Yes, in { NAME("field", $field) } { COUNT($months, unit: "months") } is fine.
}
duration-too-short = { $field ->
    [none] No, { COUNT($months, unit: "months") } is too short.
   *[other] No, in { NAME("field", $field) } { COUNT($months, unit: "months") } is too short.
}
duration-too-long = No, { COUNT($months, unit: "months") } is too long.
duration-not-in-field = But in { NAME("field", $field) } that is too short.
what-is-partnership = { FACT("what_is") } It belongs to Key Action 2 (KA2) of the Erasmus+ programme. { FACT("proportionate") }
project-types = There are two types of project.
    Support for innovation: { FACT("innovation_projects") } { FACT("innovation_extra") }
    Exchange of good practices: { FACT("good_practice_projects") } { FACT("good_practice_proportionate") }
    { FACT("learning_possible") } { FACT("good_practice_higher_education") }
project-types-both = In { NAME("field", $field) } both types of project are possible.
project-types-one = In { NAME("field", $field) } only one type of project is possible: { NAME("type", $type) }.
innovation = { FACT("innovation_projects") } { FACT("innovation_meaning") }
cross-sector = { FACT("cross_sector") } Please ask VIAA in which field to submit such a project.
activities = A project may include, for example:
    { ITEMS("activity_examples") }
venue-seat = Yes, { $place } is one of the seats of the EU's institutions.
venue-partner = Yes, { $place } is fine: { country-named } is among the project's countries.
venue-not-partner = { $place }: no, unless an organisation from { country-named } joins; you named none.
venue-depends = { $place }: only if one of the project's organisations is in { country-named }.
venues = { FACT("venues") } The exception is the seats of the EU's institutions:
    { ITEMS("venues_exception") }
action-code-line = • { $code } – { NAME("field", $field) }
action-code = { $code } is the code for strategic partnerships in { NAME("field", $field) }.
action-codes = Action codes by field:
    { $lines }
award-half-met = { $name }: { COUNT($points, unit: "points") } of { NUMBER($most) } is enough, at least { NUMBER($least) } are needed.
award-half-missed = { $name }: { COUNT($points, unit: "points") } of { NUMBER($most) } is not enough, at least { NUMBER($least) } are needed, whatever the total.
award-threshold-met = { COUNT($points, unit: "points") } in all: that is enough if each criterion has at least half, too. Whether the project gets money can't be told from that yet.
award-threshold-missed = { COUNT($points, unit: "points") } in all: that is too few.
award-criteria = Applications are assessed by these criteria (points):
    { ITEMS("award_criteria") }
    At least { FACT("award_threshold") } in all are needed. { FACT("award_half") }
successor = { FACT("successor") } I know nothing more about them.
