grant = The largest grant is { FACT("grant_per_month") } a month, at most { FACT("grant_maximum") } for the whole project. Examples:
    { ITEMS("grant_examples") }
grant-whoever-joins = The ceiling depends only on how long the project lasts, not on the number of partners.
grant-of-the-project = The ceiling is that of the whole project; my sources set none for each partner.
grant-rule = The largest grant is { FACT("grant_per_month") } a month, at most { FACT("grant_maximum") } for the whole project.
grant-too-high = { MONEY($asked) } is too much: for { COUNT($months, unit: "months") } it is { MONEY($over) } more than allowed.
grant-month-too-high = No, { MONEY($asked) } a month is too much: it is at most { FACT("grant_per_month") } a month.
grant-within = { $whether ->
    [over] No, { MONEY($asked) } is not too much.
   *[fits] Yes, { MONEY($asked) } is not too much.
}
grant-items-together = Together this is { MONEY($amount) }.
grant-no-minimum = My sources name no smallest grant, only the largest one.
grant-months-needed = For { MONEY($asked) } a project must last at least { COUNT($months, unit: "months") }.
grant-shortest-is-enough = For { MONEY($asked) } the shortest project is long enough: { COUNT($months, unit: "months") }.
grant-above-maximum = No, { MONEY($asked) } is too much, whatever the length of the project.
grant-left = The sums of this conversation come to { MONEY($total) }, so { MONEY($left) } is left up to the largest grant.
grant-left-needs-months = The sums of this conversation come to { MONEY($total) }. To tell what is left I need to know how many months the project will last.
grant-used-up = The sums of this conversation come to { MONEY($total) }, which is { MONEY($left) } more than the largest grant.
grant-months = For { COUNT($months, unit: "months") } the grant is at most { MONEY($amount) } ({ $step }).
grant-capped = No project gets more than { FACT("grant_maximum") }.
money-available = Money planned for strategic partnerships in Latvia in 2020:
    • { NAME("field", "school") } – { FACT("money_school") }
    • { NAME("field", "higher_education") } – { FACT("money_higher_education") }
    • { NAME("field", "vet") } – { FACT("money_vet") }
    • { NAME("field", "adult") } – { FACT("money_adult") }
    In total – { FACT("money_together") }.
money-most-or-least = { $which ->
        [most] The most money is planned
       *[least] The least money is planned
    } for { NAME("field", $field) }: { MONEY($amount) }.
money-school = { FACT("money_school") } is planned for { NAME("field", "school") } in Latvia in 2020. Half of that is for KA229 school exchange projects, so KA201 has { PART("money_school", "split_school_partnerships") }.
money-higher-education = { FACT("money_higher_education") } is planned for { NAME("field", "higher_education") } in Latvia in 2020.
money-vet = { FACT("money_vet") } is planned for { NAME("field", "vet") } in Latvia in 2020.
money-adult = { FACT("money_adult") } is planned for { NAME("field", "adult") } in Latvia in 2020.
money-split = The planned split by type of project:
    { $lines }
money-split-school = • { NAME("field", "school") }: { FACT("split_school_exchange") } ({ PART("money_school", "split_school_exchange") }) for school exchange projects (KA229) and { FACT("split_school_partnerships") } ({ PART("money_school", "split_school_partnerships") }) for projects of both types in KA201
money-split-higher-education = • { NAME("field", "higher_education") }: { FACT("split_innovation_higher_education") } ({ PART("money_higher_education", "split_innovation_higher_education") }) for support for innovation (KA203)
money-split-vet = • { NAME("field", "vet") }: { FACT("split_innovation_vet") } ({ PART("money_vet", "split_innovation_vet") }) for support for innovation and { FACT("split_good_practice_vet") } ({ PART("money_vet", "split_good_practice_vet") }) for exchange of good practices
money-split-adult = • { NAME("field", "adult") }: { FACT("split_innovation_adult") } ({ PART("money_adult", "split_innovation_adult") }) for support for innovation and { FACT("split_good_practice_adult") } ({ PART("money_adult", "split_good_practice_adult") }) for exchange of good practices
funding-mechanism = { FACT("funding_mechanism") } They depend on:
    { ITEMS("funding_influences") }
    Exceptional costs, expensive travel and special needs support are paid on the basis of real costs.
payments-by-length = { $length ->
        [until] Projects of up to { FACT("payments_limit") } are paid in { COUNT($parts, unit: "parts") }:
        [over] Longer projects are paid in { COUNT($parts, unit: "parts") }:
       *[named] A project of { COUNT($months, unit: "months") } is paid in { COUNT($parts, unit: "parts") }:
    }
    { $lines }
payment-line = • { $name } – { NUMBER($share) } %{ $amount ->
        [none] {""}
       *[other] : { MONEY($amount) }
    }
payments-day-unknown = On which day the money arrives, my sources do not say; the order of the payments is this:
payments-not-at-once = No, not all at once: the grant is paid in parts.
payments-share = Yes, { NUMBER($value) } %.
payments-share-wrong = No, not { NUMBER($value) } %.
payments-number = Yes, in { COUNT($value, unit: "parts") }.
payments-number-wrong = No, not in { COUNT($value, unit: "parts") }.
payments-interim = Only in projects of more than { FACT("payments_limit") } does a payment depend on an interim report: the second one comes after it.
payments-interim-needed = { $asked ->
        [whether] Yes: in
       *[when] In
    } a project of { COUNT($months, unit: "months") } the second payment comes after an interim report.
payments-no-interim = { $asked ->
        [whether] No: in
       *[when] In
    } a project of { COUNT($months, unit: "months") } no payment depends on an interim report.
payments-interim-day = My sources do not name the day by which the interim report must be sent; please ask VIAA.
payments = Projects of up to { FACT("payments_limit") } are paid as follows:
    { ITEMS("payments_until_24") }
    Longer projects:
    { ITEMS("payments_over_24") }
cofinancing = { FACT("cofinancing") } Of exceptional costs, { FACT("exceptional_share") } is reimbursed. { FACT("own_costs") }
savings = { FACT("savings") }
double-funding = { FACT("no_profit") } { FACT("double_funding") } { FACT("retroactive") }
retroactive-not-covered = { $asked ->
    [verdict] No, costs
   *[none] Costs
} from before the project's start are not covered. { FACT("retroactive") }
retroactive-before-agreement = Whether costs count that arise after the start but before the agreement is signed, my sources do not say; please look in part C of the Programme Guide or ask the officer of your field.
retroactive-bought-ahead = Whether it is enough that the trip or event itself falls within the project when it was only booked or paid for earlier, my sources do not say; please ask the officer of your field before you pay.
taxes = My sources say nothing about taxes and social contributions on what is paid; national tax law decides. Please ask your accountant or the State Revenue Service.
budget-changes = { FACT("budget_changes") }
payments-bridged = Until the final payment the organisations bridge { MONEY($amount) } ({ NUMBER($share) } %) themselves.
savings-kept = No, it need not be given back, and it is no profit to be refunded.
payments-of-sums = Of what was worked out so far, { MONEY($total) } in all:
