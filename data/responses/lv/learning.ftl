activity-line = • { NAME("activity", $activity) } – no { $unit ->
        [days] { COUNT($minimum, unit: "days", case: "dative") }
       *[months] { COUNT($minimum, unit: "months", case: "dative") }
    } līdz { COUNT($maximum, unit: "months", case: "dative") } ({ $fields })
learning-activities = Transnacionālie mācīšanās pasākumi, to ilgums un sektori:
    { $lines }
learning-activities-field = Mācīšanās pasākumi { NAME("field", $field, case: "locative") }:
    { $lines }
learning-activities-of-learner = { $field ->
        [none] Mācību apguvējiem paredzētie pasākumi:
       *[other] Mācību apguvējiem paredzētie pasākumi { NAME("field", $field, case: "locative") }:
    }
    { $lines }
learning-activities-of-staff = { $field ->
        [none] Personālam paredzētie pasākumi:
       *[other] Personālam paredzētie pasākumi { NAME("field", $field, case: "locative") }:
    }
    { $lines }
activity-fits = { $unit ->
    [days] Jā, { COUNT($number, unit: "days") } der.
   *[months] Jā, { COUNT($number, unit: "months") } der.
}
activity-too-short = { $unit ->
    [days] Nē, { COUNT($number, unit: "days") } ir par īsu.
   *[months] Nē, { COUNT($number, unit: "months") } ir par īsu.
}
activity-longer = Tik ilgi drīkst būt:
    { $lines }
activity-too-long = { $unit ->
    [days] Nē, { COUNT($number, unit: "days") } ir par ilgu.
   *[months] Nē, { COUNT($number, unit: "months") } ir par ilgu.
}
activity-not-in-field = Nē, { NAME("field", $field, case: "locative") } tas nav iespējams: { NAME("activity", $activity) }.
activity-in-field = Jā, { $field ->
        [none] tas ir iespējams
       *[other] { NAME("field", $field, case: "locative") } tas ir iespējams
    }: { NAME("activity", $activity) }.
activities-of-length = { $asked ->
        [verdict] Jā, ja
       *[none] Ja
    } pasākums ilgst { $unit ->
        [days] { COUNT($number, unit: "days", case: "accusative") }
       *[months] { COUNT($number, unit: "months", case: "accusative") }
    }, der šie:
    { $lines }
activity-called = Šajā konkursā tas saucas tā: { NAME("activity", $activity) }.
activity-called-one-of = Šajā konkursā tas var būt viens no šiem pasākumiem:
    { $lines }
activity-days-too-few = Ņemiet vērā: { COUNT($days, unit: "days") } ir par īsu, šāds pasākums ilgst vismaz { COUNT($least, unit: "days", case: "accusative") }.
learning-activity = { $line }
learning-activity-about = { $about }
travel = Ceļa nauda mācīšanās pasākumos vienam dalībniekam atkarībā no attāluma:
    { $lines }
    Ja attālums ir mazāks par { FACT("travel_minimum_distance", case: "accusative") }, nemaksā. { FACT("travel_scope") } { FACT("distance_rule") }
travel-band = • { NUMBER($first) }–{ NUMBER($last) } km – { MONEY($amount) }
travel-last-band = • { NUMBER($first) } km un vairāk – { MONEY($amount) }
travel-sum = Ceļa nauda { COUNT($people, unit: "people", case: "dative") }, ja attālums ir { NUMBER($kilometres) } km: { $sum }.
travel-together = Ceļš kopā: { MONEY($amount) }.
travel-too-near = Par { NUMBER($kilometres) } km ceļa naudu nemaksā: to maksā no { FACT("travel_minimum_distance", case: "genitive") }.
travel-rule = { FACT("distance_rule") } { FACT("travel_both_ways") }
distance-between = { $origin } – { $target }: taisnā līnijā apmēram { NUMBER($kilometres) } km.
distance-from-agency = Izbraukšanas vieta nav nosaukta, tāpēc attālums skaitīts no pilsētas, kurā ir VIAA ({ $origin }). Ja izbrauksiet no citurienes, nosauciet vietu.
place-unclear = Vietas nosaukums nav skaidrs, tā var būt: { $names }. Lūdzu, nosauciet arī valsti vai attālumu kilometros.
distance-rule = { FACT("distance_rule") } { FACT("travel_both_ways") }
expensive-travel = Ja ceļš ir dārgs, vienības izmaksu vietā sedz { FACT("expensive_travel_share") } no faktiskajām izmaksām. Tas attiecas uz gadījumiem, kad vienības izmaksas nesedz vismaz { FACT("expensive_travel_threshold") } no faktiskajām ceļa izmaksām.
travel-is-expensive = Jā: vienības izmaksas{ $kilometres ->
        [0] { "" }
       *[other] { " " }par { NUMBER($kilometres) } km
    } ir { MONEY($unit) }, un tas ir mazāk nekā { FACT("expensive_travel_threshold") } no { MONEY($costs) }.
travel-is-not = Nē: vienības izmaksas{ $kilometres ->
        [0] { "" }
       *[other] { " " }par { NUMBER($kilometres) } km
    } ir { MONEY($unit) }, un tas ir vismaz { FACT("expensive_travel_threshold") } no { MONEY($costs) }.
expensive-travel-sum = No { MONEY($costs) } atmaksā { MONEY($amount) } ({ FACT("expensive_travel_share") }), ja ceļu atzīst par dārgu.
individual-support = Individuālais atbalsts dienā vienam dalībniekam īstermiņa pasākumos:
    { $lines }
    { FACT("individual_support_scope") } { FACT("long_activity_rates") }
individual-support-rates = Dienā vienam dalībniekam:
    { $lines }
support-rate-staff = • personāls, { NUMBER($first) }.–{ NUMBER($last) }. diena – { MONEY($amount) }
support-rate-learner = • mācību apguvēji, { NUMBER($first) }.–{ NUMBER($last) }. diena – { MONEY($amount) }
support-sum-staff = Personāls, { COUNT($people, unit: "people") }, { COUNT($days, unit: "days") }: { $sum }.
support-sum-learner = Mācību apguvēji, { COUNT($people, unit: "people") }, { COUNT($days, unit: "days") }: { $sum }.
support-sum-accompanying = Pavadošās personas, { COUNT($people, unit: "people") }, { COUNT($days, unit: "days") }: { $sum }.
support-unknown = Summu par pasākumu, kas ilgst { COUNT($days, unit: "days", case: "accusative") }, aprēķināt nevaru. { FACT("long_activity_rates") }
support-unknown-long = Individuālā atbalsta likmes garajiem pasākumiem (no 2 mēnešiem) es nezinu. { FACT("long_activity_rates") }
support-together = Individuālais atbalsts kopā: { MONEY($amount) }.
activity-several = Par { COUNT($count, unit: "events", case: "par") } tas ir { MONEY($amount) }.
activity-together = Ceļš un individuālais atbalsts kopā: { MONEY($amount) }.
support-travel-days-unknown = Manos avotos nav teikts, vai pie pasākuma dienām skaita arī ceļa dienas pirms un pēc tā. Lūdzu, skatiet vadlīniju B daļu vai jautājiet VIAA.
support-hosts-unknown = Ceļa naudu maksā pēc attāluma, tāpēc uzņēmēju pašu cilvēkiem, kas nekur nebrauc, tās nav. Manos avotos nav teikts, vai viņiem maksā individuālo atbalstu; lūdzu, skatiet vadlīniju B daļu vai jautājiet VIAA.
support-travel-apart = Ceļu maksā papildus, pēc attāluma.
support-rule = { FACT("individual_support_scope") }
linguistic-support = Valodu atbalsts ir { FACT("linguistic_support") } par dalībnieku. { FACT("linguistic_support_scope") }
linguistic-support-too-short = Par tik īsu pasākumu valodu atbalstu nemaksā.
linguistic-support-sum = { COUNT($people, unit: "people", case: "dative") }: { $sum }.
accompanying-persons = { FACT("accompanying_persons") } { FACT("accompanying_persons_rate") }
accompanying-persons-rates = Vienai personai dienā:
    { $lines }
