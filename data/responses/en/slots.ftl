### Consultation days: free slots, booking, moving, cancelling, the calendar file.

slots-at = { $time }
slots-day = The consultation day is { DATE($day) }, { $opens }–{ $closes }. Place: { $place }. One consultation takes { COUNT($minutes, unit: "minutes") }.
slots-other-day = { $number ->
    [one] There are no consultations on that day.
   *[other] There are no consultations on that day; there are on these:
}
slots-over = The consultation day was { DATE($day) }; the next one has not been announced yet.

slots-ask-field = Which field is your project in? Each field has its own adviser.
slots-free = { $number ->
    [one] One time is still free on { DATE($day, case: "locative") } ({ NAME("field", $field) }, with { $officers }): { $times }.
   *[other] These times are still free on { DATE($day, case: "locative") } ({ NAME("field", $field) }, with { $officers }): { $times }.
}
slots-nearest = { $number ->
    [one] The nearest free time on { DATE($day, case: "locative") } ({ NAME("field", $field) }, with { $officers }): { $times }.
   *[other] The nearest free times on { DATE($day, case: "locative") } ({ NAME("field", $field) }, with { $officers }): { $times }.
}
slots-which = Which one suits you?
slots-propose = { $time } on { DATE($day, case: "locative") } is free, with { $officer }. { $moves ->
    [yes] Shall I move your consultation to this time?
   *[no] Shall I book it for you?
}
slots-not-free = { $reason ->
    [past] { $time } has already passed.
    [taken] { $time } is no longer free.
   *[no_start] No consultation starts at { $time }.
}
slots-none-then = Nothing is free at that time any more.
slots-taken-now = Somebody else has just booked that time.
slots-full = All times on { DATE($day, case: "locative") } are taken ({ NAME("field", $field) }).
slots-officer-full = This adviser ({ $officer }) has no free times left.
slots-nobody = Times for this field ({ NAME("field", $field) }) on { DATE($day, case: "locative") } cannot be booked here.
slots-not-taken = I did not understand which time you would like.

slots-booking = { DATE($day, case: "locative") }, { $start }–{ $end }, with { $officer } ({ NAME("field", $field) }){ $place ->
    [none] { "" }
   *[other] , place: { $place }
}
slots-booked = You are booked: { $booking }. The calendar file is attached.
slots-ask-about = What would you like to talk about? You may add your name and a telephone number or e-mail address. You may also skip this.
slots-noted = I have noted it for the adviser. Your consultation: { $booking }.
slots-about = Subject: { $about }
slots-done = All right. See you there!
slots-moved = Moved. Your consultation is now { $booking }. The new calendar file replaces the earlier one.
slots-same = Your consultation is at that time already: { $booking }.
slots-has = You have a booking already: { $booking }. If you choose another time, I will move it.
slots-yours = Your consultation: { $booking }. The calendar file is attached.
slots-was = Your consultation has already been: { $booking }.
slots-none = You have no booking in this conversation. I can only see a booking in the conversation in which it was made.
slots-sure = Shall I really cancel your booking? { $booking }.
slots-cancelled = Your booking is cancelled. The attached file takes it out of your calendar, too.
slots-kept = All right, your booking stays: { $booking }.
slots-stopped = All right, I have booked nothing.

slots-back-field = To show the free consultation times I still need the field. If you do not want that, write “stop”.
slots-back-time = No consultation time is chosen yet: name one or write “stop”.
slots-back-about = If you like, you can still tell what the consultation will be about.
slots-back-cancel = Your booking is not cancelled yet: write “yes” to cancel it.

slots-button-yes = Yes, book it
slots-button-move-yes = Yes, move it
slots-button-other = No, another time
slots-button-skip = Skip
slots-button-cancel = Yes, cancel it
slots-button-keep = No, keep it
slots-button-move = Move my consultation
slots-button-cancel-it = Cancel my consultation

slots-calendar-summary = VIAA consultation: { NAME("field", $field) }
slots-calendar-officer = Adviser: { $officer }
slots-calendar-about = Subject: { $about }
slots-calendar-person = { $name ->
    [none] Consultation: { NAME("field", $field) }
   *[other] Consultation: { $name }, { NAME("field", $field) }
}

slots-head-time = Time
slots-head-officer = Adviser
slots-head-field = Field
slots-head-name = Name
slots-head-contact = Contact
slots-head-about = Subject
slots-no-bookings = There are no bookings on { DATE($day, case: "locative") }.
console-place-slots = Consultations
slots-head-day = Day
slots-date = { DATE($day) }
slots-everybody = Everybody
slots-show = Show
slots-caption = { DATE($day) }, bookings: { NUMBER($number) }
slots-calendar = The day for a calendar (file)
slots-no-day = No consultation day is set; it is written into the call's data.
