grant = The largest grant is { FACT("grant_per_month") } a month, at most { FACT("grant_maximum") } for the whole project. Examples:
    { ITEMS("grant_examples") }
grant-rule = The largest grant is { FACT("grant_per_month") } a month, at most { FACT("grant_maximum") } for the whole project.
grant-months = For { COUNT($months, unit: "months") } the grant is at most { MONEY($amount) } ({ $step }).
grant-capped = No project gets more than { FACT("grant_maximum") }.
money-available = Money planned for strategic partnerships in Latvia in 2020:
    • { NAME("field", "school") } – { FACT("money_school") }
    • { NAME("field", "higher_education") } – { FACT("money_higher_education") }
    • { NAME("field", "vet") } – { FACT("money_vet") }
    • { NAME("field", "adult") } – { FACT("money_adult") }
    Together – { FACT("money_together") }.
money-school = In { NAME("field", "school") }, { FACT("money_school") } are planned for Latvia in 2020. Half of that is for KA229 school exchange projects.
money-higher-education = In { NAME("field", "higher_education") }, { FACT("money_higher_education") } are planned for Latvia in 2020.
money-vet = In { NAME("field", "vet") }, { FACT("money_vet") } are planned for Latvia in 2020.
money-adult = In { NAME("field", "adult") }, { FACT("money_adult") } are planned for Latvia in 2020.
money-split = The planned split by type of project:
    { $lines }
money-split-school = • { NAME("field", "school") }: { FACT("split_school_exchange") } ({ PART("money_school", "split_school_exchange") }) for school exchange projects (KA229) and { FACT("split_school_partnerships") } ({ PART("money_school", "split_school_partnerships") }) for projects of both types in KA201
money-split-higher-education = • { NAME("field", "higher_education") }: { FACT("split_innovation_higher_education") } ({ PART("money_higher_education", "split_innovation_higher_education") }) for support for innovation (KA203)
money-split-vet = • { NAME("field", "vet") }: { FACT("split_innovation_vet") } ({ PART("money_vet", "split_innovation_vet") }) for support for innovation and { FACT("split_good_practice_vet") } ({ PART("money_vet", "split_good_practice_vet") }) for exchange of good practices
money-split-adult = • { NAME("field", "adult") }: { FACT("split_innovation_adult") } ({ PART("money_adult", "split_innovation_adult") }) for support for innovation and { FACT("split_good_practice_adult") } ({ PART("money_adult", "split_good_practice_adult") }) for exchange of good practices
funding-mechanism = { FACT("funding_mechanism") } They depend on:
    { ITEMS("funding_influences") }
    Exceptional costs, expensive travel and special needs support are paid by real costs.
payments-by-length = { $length ->
        [until] A project of up to { FACT("payments_limit") } is paid like this:
        [over] A longer project is paid like this:
       *[named] A project of { COUNT($months, unit: "months") } is paid like this:
    }
    { $lines }
payment-line = • { $name } – { NUMBER($share) } %{ $amount ->
        [none] {""}
       *[other] : { MONEY($amount) }
    }
payments = A project of up to { FACT("payments_limit") } is paid like this:
    { ITEMS("payments_until_24") }
    A longer one:
    { ITEMS("payments_over_24") }
cofinancing = { FACT("cofinancing") } Exceptional costs are paid at { FACT("exceptional_share") }: the organisation itself pays the rest. { FACT("own_costs") }
savings = { FACT("savings") }
double-funding = { FACT("no_profit") } { FACT("double_funding") } { FACT("retroactive") }
budget-changes = { FACT("budget_changes") }
