# Cilvēka paša dati: dzēšana un izsniegšana pēc lūguma.
data-delete = Varu izdzēst visu šo sarunu: jūsu ziņas, atbildes, projekta plānu, atstāto e-pastu vai tālruni. Atjaunot to vairs nevarēs.
data-delete-ticket = { $state ->
    [held] Jums tagad atbild { $officer } (VIAA). Līdz ar dzēšanu šī saruna beigsies, un VIAA darbinieks to vairs neredzēs.
    [contact_left] Jūs atstājāt savu kontaktinformāciju, lai jums atbildētu. Tā tiks izdzēsta, un VIAA darbinieki jums vairs nerakstīs.
   *[requested] Jūs gaidāt VIAA darbinieku. Līdz ar dzēšanu jūsu lūgums pēc cilvēka beigsies.
}
data-delete-booking = Atcelšu arī jūsu konsultāciju: { $booking }.
data-delete-report = Pārskatā paliek tikai skaitļi, piemēram, ziņas laiks un temats, bez teksta un bez norādes, no kuras sarunas tie ir.
data-delete-messenger = { $channel ->
    [slack] Ziņas, kas redzamas Slack, no turienes izdzēst nevaru; tās var izdzēst pašā Slack – jūs vai jūsu darba telpas pārvaldnieks.
   *[telegram] Ziņas, kas redzamas Telegram, no turienes izdzēst nevaru; izdzēsiet saraksti savā lietotnē.
}
data-delete-sure = Vai tiešām dzēst?
data-button-delete = Jā, dzēst visu
data-button-keep = Nē, nedzēst
data-deleted = Tagad izdzēšu visu šo sarunu un to, kas ar to saistīts. Ja vēl kaut ko rakstīsiet, sāksies jauna saruna.
data-deleted-booking = Jūsu konsultācija ir atcelta: { $booking }. Lūdzu, izņemiet to arī no sava kalendāra.
data-kept = Labi, neko nedzēšu.
data-export = Failā { $name } ir viss, kas par šo sarunu glabājas: ziņas ar laiku, projekta plāns, lūgumi pēc cilvēka, pieraksti konsultācijām, atstātā kontaktinformācija un tas, ko par ziņām zina pārskats.
data-kept-for = Sarunu glabājam { COUNT($days, unit: "days", case: "accusative") } pēc pēdējās ziņas, lūgumu pēc cilvēka tikpat ilgi pēc tā noslēgšanas, pierakstu tikpat ilgi pēc konsultācijas. Pārskatā ziņas laiks, kanāls, valoda, temats un iznākums, kā arī neatbildēto jautājumu teksts bez vārdiem un numuriem paliek { COUNT($report, unit: "days", case: "accusative") }.
