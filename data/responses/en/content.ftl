duration = A project may last from { FACT("duration_minimum") } to { FACT("duration_maximum") }; in higher education from { FACT("duration_minimum_higher_education") } to { FACT("duration_maximum") }.
duration-shortest = In { NAME("field", $field) } the shortest project is { COUNT($months, unit: "months") }.
duration-ends-too-late = No, { COUNT($months, unit: "months") } is too long: the project must end by { FACT("latest_end") }.
duration-fits = { $asked ->
    [too] No,
   *[fits] Yes,
} { $field ->
    [none] { COUNT($months, unit: "months") } is fine.
   *[other] in { NAME("field", $field) } { COUNT($months, unit: "months") } is fine.
}
duration-too-short = { $asked ->
    [too] Yes,
   *[fits] No,
} { $field ->
    [none] { COUNT($months, unit: "months") } is too short.
   *[other] in { NAME("field", $field) } { COUNT($months, unit: "months") } is too short.
}
duration-too-long = { $asked ->
    [too] Yes,
   *[fits] No,
} { COUNT($months, unit: "months") } is too long.
duration-not-in-field = But in { NAME("field", $field) } that is too short.
what-is-partnership = { FACT("what_is") } It belongs to Key Action 2 (KA2) of the Erasmus+ programme. { FACT("proportionate") }
project-types = There are two types of project.
    Support for innovation: { FACT("innovation_projects") } { FACT("innovation_extra") }
    Exchange of good practices: { FACT("good_practice_projects") } { FACT("good_practice_proportionate") }
    { FACT("learning_possible") } { FACT("good_practice_higher_education") }
project-types-visits = Visiting colleagues to see how they work is an exchange of good practices.
project-types-both = In { NAME("field", $field) } both types of project are possible.
project-types-one = In { NAME("field", $field) } only one type of project is possible: { NAME("type", $type) }.
project-types-outputs = That is support for innovation. { FACT("outputs_only_innovation") }
project-types-learning = { FACT("learning_possible") }
project-type-not-in-field = { $asked ->
    [verdict] No, { NAME("type", $named) }
   *[none] { NAME("type", $named) }
} is not possible in { NAME("field", $field) }: the only type of project there is { NAME("type", $type) }.
innovation = { FACT("innovation_projects") } { FACT("innovation_meaning") }
cross-sector = { FACT("cross_sector") } Please ask VIAA in which field to submit such a project.
activities = A project may include, for example:
    { ITEMS("activity_examples") }
venue-seat = Yes, { $place } is one of the seats of the EU's institutions.
venue-partner = Yes, { $place } is fine: { country-named } is among the project's countries.
venue-not-partner = No, { $place } is not possible unless an organisation from { country-named } joins the project: you did not name it among the project’s countries.
venue-no-partner = No, { $place } is not possible without an organisation from { country-named } in the project.
venue-depends = { $place }: only if one of the project's organisations is in { country-named }.
venues = { FACT("venues") } The exception is the seats of the EU's institutions:
    { ITEMS("venues_exception") }
action-code-own = { $code }, if your project is about { NAME("field", $field) }: the code goes by the field.
action-code-right = Yes, { $code } is the code for { NAME("field", $field) }.
action-code-wrong = No, { $other } is the code for { NAME("field", $other_field) }. If your project is about { NAME("field", $field) }, its code is { $code }.
action-codes-otherwise = If the project is about one of the fields of this call after all, its code is the one below.
action-code-any-field = That depends on the field of your project, not on the kind of your organisation.
action-code-line = • { $code } – { NAME("field", $field) }
action-code = { $code } is the code for strategic partnerships in { NAME("field", $field) }.
action-codes = Action codes by field:
    { $lines }
award-half-met = { $asked ->
    [enough] Yes, { $name }:
   *[none] { $name }:
} { COUNT($points, unit: "points") } of { NUMBER($most) } is enough, at least { NUMBER($least) } are needed.
award-half-missed = { $asked ->
    [enough] No, { $name }:
   *[none] { $name }:
} { COUNT($points, unit: "points") } of { NUMBER($most) } is not enough, at least { NUMBER($least) } are needed, whatever the total.
award-threshold-met = { $asked ->
    [enough] Yes, { COUNT($points, unit: "points") } in all:
   *[none] { COUNT($points, unit: "points") } in all:
} that is enough if each criterion has at least half, too. Whether the project gets money can't be told from that yet.
award-threshold-missed = { $asked ->
    [enough] No, { COUNT($points, unit: "points") } in all:
   *[none] { COUNT($points, unit: "points") } in all:
} that is too few, at least { FACT("award_threshold") } are needed.
award-half-missing = { $asked ->
    [enough] No, { COUNT($points, unit: "points") } in all
   *[none] { COUNT($points, unit: "points") } in all
} are not enough, as each criterion needs at least half of its points, too.
award-all-met = { $asked ->
    [enough] Yes, { COUNT($points, unit: "points") } in all:
   *[none] { COUNT($points, unit: "points") } in all:
} that is enough, and each criterion has at least half, too. Whether the project gets money can't be told from that yet.
award-may-still-fail = Yes, { COUNT($points, unit: "points") } in all can fail, too: each criterion needs at least half of its points, whatever the total.
award-heaviest = { $number ->
    [one] Most points go to { $names } ({ COUNT($points, unit: "points") }).
   *[other] Most points go to { $names } ({ COUNT($points, unit: "points") } each).
}
award-least = { $name }: at least { COUNT($least, unit: "points") } of { NUMBER($most) }.
award-least-each = { FACT("award_half") }
award-least-total = At least { FACT("award_threshold") } in all.
award-criteria = Applications are assessed by these criteria (points):
    { ITEMS("award_criteria") }
    At least { FACT("award_threshold") } in all are needed. { FACT("award_half") }
successor = { FACT("successor") } I know nothing more about them.
