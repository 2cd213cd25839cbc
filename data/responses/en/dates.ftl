deadline = Applications must be submitted by { FACT("deadline") }.
deadline-moved = Applications must be submitted by { FACT("deadline") }. The previous deadline was { FACT("deadline", back: 1) }. { FACT("deadline_change") }
deadline-not-moved = I know of no change of the deadline.
deadline-still = Yes: as of today I know of no change of the deadline.
deadline-no-longer = No, the deadline was moved.
deadline-hour = { $is_it ->
    [right] Yes, it is { $time } by your clock.
   *[wrong] No, by your clock it is not { $asked } but { $time }.
}
deadline-of-all-fields = The deadline is the same in all fields (KA201–KA204).
deadline-left = { COUNT($days, unit: "days") } left until the deadline.
deadline-today = The deadline is today.
deadline-was = The call is closed: the deadline was { FACT("deadline") }.
deadline-was-moved = The call is closed: the deadline was { FACT("deadline") }. The previous deadline was { FACT("deadline", back: 1) }. { FACT("deadline_change") }
deadline-too-late = { $asked ->
        [too] Yes,
       *[fits] No,
    } { DATE($day) } is too late.
deadline-last-day = { $asked ->
        [wrong] No, that is right:
       *[right] Yes,
    } { DATE($day) } is the last day.
call-closed = Please note: this call is closed, its deadline was { FACT("deadline") }.

start-window = A project may start between { FACT("start_first") } and { FACT("start_last") }.
start-inside = { $asked ->
        [too] No, it is not:
       *[fits] Yes,
    } { DATE($day) } is fine.
start-outside = No, { DATE($day) } is not possible.
start-too-early = Yes, { DATE($day) } is too early.
start-too-late = Yes, { DATE($day) } is too late.

latest-end = A project must end by { FACT("latest_end") } at the latest, whenever it starts.
latest-end-months = { FACT("latest_end_months") }
end-fits = { $asked ->
        [too] No,
       *[fits] Yes,
    } a project may end then: { DATE($day) }.
end-too-late = { $asked ->
        [too] Yes,
       *[fits] No,
    } { DATE($day) } is too late for the end of a project.
end-too-early = { $asked ->
        [too] Yes,
       *[fits] No,
    } { DATE($day) } is too early for the end of a project: it lasts at least { COUNT($months, unit: "months") }.
earliest-end = A project that starts on { DATE($start) } ends on { DATE($day) } at the earliest, after { COUNT($months, unit: "months") }.
earliest-end-in-field = In { NAME("field", $field) } it ends on { DATE($day) } at the earliest, after { COUNT($months, unit: "months") }.
project-ends = A project that starts on { DATE($start) } and lasts { COUNT($months, unit: "months") } ends on { DATE($day) }.
period-months = From { DATE($first) } to { DATE($last) } it is { COUNT($months, unit: "months") }.
latest-start = A project of { COUNT($months, unit: "months") } must start on { DATE($day) } at the latest.
latest-start-only = A project of { COUNT($months, unit: "months") } can only start on { DATE($day) }.
latest-end-from = A project that starts on { DATE($day) } may last { COUNT($months, unit: "months") } at most.

results-date = The results are announced about { FACT("results") } after the deadline.
call-rounds = These partnerships (KA201–KA204) have one deadline in the 2020 call: { FACT("deadline") }. The extra call of autumn 2020 (KA226, KA227) is another action.
consultation-day = { FACT("consultation_day") } My sources say nothing about signing up for it.
results-month = Most likely: { DATE($day) }.
preparation-time = { FACT("preparation") }
deadline-time-too-late = { $asked ->
        [too] Yes,
       *[fits] No,
    } { $time }{ $country ->
        [none] {""}
       *[other] {" "}({ COUNTRY($country) })
    } is too late.
deadline-clock = { $right ->
    [yes] Yes, { $time } is
   *[no] No, { $time } is not
} { $clock ->
    [riga] Riga
   *[brussels] Brussels
} time.
deadline-time-fits = { $asked ->
        [too] No,
       *[fits] Yes,
    } { $time }{ $country ->
        [none] {""}
       *[other] {" "}({ COUNTRY($country) })
    } is not too late yet.
deadline-too-late-hour = { $asked ->
        [too] Yes,
       *[fits] No,
    } applications are no longer accepted so late.
deadline-local = By local time that is:
    { $lines }
deadline-local-line = • { COUNTRY($country) }: { $time }
start-nothing-before = No project starts before { FACT("start_first") }, and what takes place before its start is not paid. { FACT("retroactive") }
