# Рамка каждого письма. Сторона стоит в предложении как { $x }, { $x_cap } (в начале), { $x_gen }, { $x_dat } и так далее.
# О сторонах говорим в настоящем времени, без рода.

# Как пишут на этом языке. Пробелы, которые должны остаться, пишутся { " " }.
# У длинной формы даты в конце сокращение с точкой, поэтому форма здесь своя.
write-locale = ru_RU
write-fonts = system-ui, "Noto Sans"
write-day = d MMMM y
write-day-unbroken = d{ "\u00a0" }MMMM{ "\u00a0" }y
write-moment = { $day }, { $time }
write-money = #,##0.00 ¤¤
write-percent = { $number } %
write-sentences = { $first } { $second }
write-list = { $first }, { $next }
write-alternatives = { $first }; { $next }
write-label = { $label }: { $text }
write-brackets = { $text } ({ $note })
write-numbered = { $number }. { $text }
write-quoted = { $text }. { $quote }
unit-m = { $count ->
    [one] { $shown } метр
    [few] { $shown } метра
    [many] { $shown } метров
   *[other] { $shown } метра
}
unit-km = { $count ->
    [one] { $shown } километр
    [few] { $shown } километра
    [many] { $shown } километров
   *[other] { $shown } километра
}
unit-min = { $count ->
    [one] { $shown } минута
    [few] { $shown } минуты
    [many] { $shown } минут
   *[other] { $shown } минуты
}
unit-h = { $count ->
    [one] { $shown } час
    [few] { $shown } часа
    [many] { $shown } часов
   *[other] { $shown } часа
}
unit-d = { $count ->
    [one] { $shown } день
    [few] { $shown } дня
    [many] { $shown } дней
   *[other] { $shown } дня
}
unit-g = { $count ->
    [one] { $shown } грамм
    [few] { $shown } грамма
    [many] { $shown } грамм
   *[other] { $shown } грамма
}
unit-kg = { $count ->
    [one] { $shown } килограмм
    [few] { $shown } килограмма
    [many] { $shown } килограмм
   *[other] { $shown } килограмма
}
unit-l = { $count ->
    [one] { $shown } литр
    [few] { $shown } литра
    [many] { $shown } литров
   *[other] { $shown } литра
}

kicker = Дело { $case } · адресат: { $audience } · { $day }
kicker-agent = Дело { $case } · для сотрудника · { $day }

# 1 Решение
pays = { $payer_cap } платит { $payee_dat } { $amount }.
pays-you = Вы платите { $payee_dat } { $amount }.
pays-to-you = { $payer_cap } платит вам { $amount }.
pays-by = { $payer_cap } платит { $payee_dat } { $amount } не позднее { $day }.
proposed = Предложение: { $payer } платит { $payee_dat } { $amount }.
proposed-you = Предложение: вы платите { $payee_dat } { $amount }.
proposed-to-you = Предложение: { $payer } платит вам { $amount }.
nothing-owed = Никто ничего не платит.
nothing-owed-you = Ваша претензия отклонена. Выплаты не будет.
nothing-proposed = Предложение: никто ничего не платит.
person-decides-all = Решение по этому делу примет человек.
person-decides-rest = Об остальном решит человек.
measure-none = По правилам никакой меры нет. Решает человек.
measure-none-provisional = Пока никаких мер не следует.
measure-none-final = Никаких мер не следует.
status-final = Решено
status-provisional = Пока не окончательно
status-referred = Решает человек
state-final = Решение остаётся в силе, если его не обжалуют до конца дня { $day }.
state-provisional = Таково положение дела. Решения ещё нет: кто-то может ответить.
state-referred = Это только предложение. Решение примет сотрудник.

# 2 Что это значит для вас
heading-meaning = Что это значит для вас
heading-meaning-agent = Что вам нужно решить
means-pay = Вы должны { $amount }. Заплатите не позднее { $day }.
means-pay-provisional = Пока выходит, что вы должны { $amount }. Платить ещё ничего не нужно.
means-pay-referred = Если предложение примут, вам придётся заплатить { $amount }. Пока платить ничего не нужно.
means-receive = Вы получите { $amount } не позднее { $day }. Делать для этого ничего не нужно.
means-receive-provisional = Пока выходит, что вы получите { $amount }. Деньги ещё не выплачены.
means-receive-referred = Если предложение примут, вы получите { $amount }. Деньги ещё не выплачены.
means-nothing-for-claimant = В выплате { $amount } отказано.
means-nothing-for-claimant-unnamed = В выплате отказано.
means-nothing = Вы ничего не должны. Делать ничего не нужно.
means-nothing-provisional = Пока выходит, что вы ничего не должны.
means-nothing-referred = Если предложение примут, вам ничего не придётся платить.
means-open-pay = Если предложение примут, платить придётся вам. За что: { $head }. Сколько, пока неизвестно. Пока платить ничего не нужно.
means-open-receive = Сколько вы получите и от кого, ещё не решено ({ $head }). Решает человек.
means-open = Кто и сколько заплатит, ещё не решено ({ $head }). Решает человек.
means-released = Если деньги по этому заказу ещё удержаны, они переводятся вам.
means-no-action = Делать ничего не нужно.
means-kept = Деньги за этот заказ остаются у вас.
means-answer = Вы ещё можете ответить на доказательства против вас. Сделайте это не позднее { $day }.
means-asked = Не позднее { $day } пришлите, если есть, { $kind }.
means-platform-fund = { $payer_cap } платит из своего фонда. Возвращать эти деньги никому не придётся.
agent-question = Открытый вопрос: { $question }
agent-no-letters = По этому делу машина не пишет сторонам (пункт { $clause }). Им пишет человек.
agent-evidence = Ещё можно запросить: { $kind } ({ $party }).
reason-rule = Правило требует решения человека.
reason-unknown_rule = Неизвестно, действует ли правило, которое требует решения человека.
reason-deadlock = У обеих сторон сильные доказательства, перевеса нет.
reason-gap = Ни одно правило не говорит, что делать в этом случае.
reason-conflict = Правила противоречат друг другу.
reason-unknown = Неизвестное обстоятельство может изменить исход.
reason-missing_amount = Сумму нельзя вычислить: одной из величин нет.
reason-courier_measure = Меру против курьера машина не назначает.
reason-account_measure = Меру, которая касается учётной записи, машина не назначает.
reason-guarantee = Такой исход нарушил бы обещание правил.
reason-no_fault = По правилам платила бы сторона, чья вина не показана и которой нечего было доказывать.
reason-parameter = Одна из величин правил не определена на день заказа.
reason-engines = Две независимые программы дали разный результат. Предложения нет.
desk = Дело получает { $desk ->
    [logistics] отдел логистики
    [sellers] отдел по работе с продавцами
    [warranty] гарантийный отдел
    [payments] отдел платежей
    [safety] отдел безопасности
   *[other] ответственный отдел
}.

promise = Правила обещают вам: { $text }
promise-other = Обещание { $party_dat } выполнено. { $text }
clause = Пункт { $clause }

heading-timeline = Что произошло

# 5 Вопросы
heading-questions = Почему
legend = Доказательство бывает слабым, средним, сильным или решающим. У каждой стороны учитывается самое сильное.
raised = Вопрос поставлен по заявлению { $party_gen }.
not-raised = Об этом никто не спорил.
had-to-show = Обязанность доказать лежит на { $party_prep }: { $statement }
had-to-show-because = Почему: { $reason }
standard-ordinary = Нужно как минимум { $least } доказательство, притом сильнее, чем у другой стороны.
standard-ordinary-lead = Нужно как минимум { $least } доказательство, притом сильнее, чем у другой стороны. Разница в ступенях — не меньше чем { $steps }.
standard-clear = Нужно как минимум { $least } доказательство, а против него может быть самое большее { $most }.
answer-yes = Да
answer-no = Нет
heading-idle = От вопросов ниже ничего не зависело. При любом другом ответе исход был бы тем же.
nothing-speaks = Доказательств нет.
set-aside = Не учтено: { $reason }
found-evidence = Доказано: { $statement }
found-burden = Ни один ответ не доказан. Обязанность доказать лежит на { $party_prep }, поэтому вопрос решён не в пользу { $party_gen }.
short-of-all = Нет доказательств, которые учитываются в пользу ответа «{ $answer }».
short-of-least = Лучшее доказательство в пользу ответа «{ $answer }» — { $best }. Нужно было как минимум { $least }.
short-of-other = Лучшее доказательство в пользу ответа «{ $answer }» — { $best }, а лучшее против него — { $other }. Этого перевеса мало.
found-undisputed = Спора нет: { $statement }
open-question = Неизвестное обстоятельство может изменить этот ответ.
withheld = Доказательства подтверждают { $gist }. Подробности не приводятся, чтобы защитить человека.

strength-1 = слабое
strength-2 = среднее
strength-3 = сильное
strength-4 = решающее

# 8 Доказательства
heading-evidence = Все доказательства
column-item = Запись
column-from = От кого
column-strength = Сила
column-effect = Роль в решении
on-record = не оценивается
effect-pivotal = Учтено при решении.
effect-supporting = Подтверждает решение.
effect-outweighed = Есть не менее сильное доказательство против.
effect-none = На исход не влияет.
effect-rejected = Не принято. { $reason }
effect-limited = Считается только слабым. { $reason }

dated = { $day }: { $what }
record-claim = Претензия: { $claim }
record-order = Заказ на { $total }
record-order-unknown = Заказ
record-tracking_event = { $code ->
    [accepted] Отметка: посылка принята перевозчиком
    [in_transit] Отметка: посылка в пути
    [out_for_delivery] Отметка: посылка передана на доставку
    [attempted] Отметка: попытка вручения
    [delivered] Отметка: посылка вручена
    [held] Отметка: посылка на хранении
    [returned] Отметка: посылка возвращена
    [lost] Сообщение: посылка утеряна
    [damaged] Сообщение: посылка повреждена
    [not_received] Сообщение перевозчика: посылка от продавца не поступала
    [exception] Сообщение: сбой
   *[other] Данные отслеживания
}
record-tracking_event-place = { record-tracking_event }, в { $distance_m } м от адреса
record-courier_report = Приложение курьера: { $code ->
    [assigned] заказ назначен
    [picked_up] заказ забран
    [arrived] курьер на месте
    [handed_over] заказ отдан
    [cancelled] заказ отменён
    [incident] сообщение о происшествии
   *[other] сообщение
}
record-courier_report-plain = Приложение курьера: сообщение
record-handover = { $proof ->
    [signature] Вручено под подпись
    [photo] Вручено, есть фото
    [code] Вручено по коду
   *[other] Вручено со слов
}
record-message = Сообщение
record-statement = Заявление { $by_gen }: { $says ->
    [not_received] посылка не пришла
    [received] посылка пришла
    [courier_cancelled] почему отменён заказ
    [damaged] товар повреждён
    [handed_over] что было передано
   *[other] своё изложение
}
record-reading = { $by ->
    [operator] Проверено сотрудником
    [detector] Распознано программой
   *[other] Описано отправителем
}: { $says ->
    [posting_receipt] почтовая квитанция
    [collection_note] накладная
    [hospital_note] справка из больницы
    [signature] подпись
    [delivery_photo] фото доставки
    [damage] повреждение
   *[other] содержание
} ({ $of })
record-reading-own = { $by ->
    [operator] Проверено сотрудником
    [detector] Распознано программой
   *[other] Описано отправителем
}: { $says } ({ $of })
record-photo = Фото
record-document = Документ
record-notice = Запрос { $to_dat }: { $answer ->
    [received] ответ получен { $answered }
    [declined] отказ от ответа { $answered }
    [open] срок ещё не истёк
   *[none] ответа до { $deadline } нет
}
record-context = Отмечено: { $what ->
    [outage] сбой системы
    [severe_weather] непогода
    [holiday] праздничный день
    [strike] забастовка
    [incident] происшествие
   *[other] обстоятельство, которое учитывают правила
}
record-history = Прежние дела { $party_gen }
record-unknown = Нечитаемая запись
record-private = данные, которые подтверждают { $gist }
own-words = { $party_cap } пишет: «{ $text }»

admission-ARB420 = Такой вид записи неизвестен.
admission-ARB421 = В записи есть неизвестное поле.
admission-ARB422 = Значения нет или оно неверно.
admission-ARB423 = У времени не указан часовой пояс.
admission-ARB424 = Запись датирована позже решения.
admission-ARB425 = Названа неизвестная сторона.
admission-ARB426 = Этот отправитель не может подавать такие записи.
admission-ARB427 = Приложенного файла нет.
admission-ARB428 = Приложенный файл — не тот, что был заявлен.
admission-ARB429 = Приложенный файл слишком велик.
admission-ARB430 = Обозначение записи использовано дважды.
admission-ARB431 = Запись ссылается на то, чего нет или что не принято.
admission-ARB432 = Запись говорит от имени другой стороны.
admission-ARB440 = Это прочитала программа, человек не подтвердил.
admission-ARB441 = Сторона сама описала своё фото или документ.
admission-other = Запись не отвечает требованиям.

# 9 Деньги
heading-money = Деньги
term-order_price = Стоимость товара
term-order_total = Сумма заказа
term-order_delivery_fee = Стоимость доставки
term-claim_amount = Сумма требования
term-already_made_good = Уже возвращено
term-fixed = Твёрдая сумма
term-missing = неизвестно
money-sum = { $payer_cap } платит { $payee_dat }
money-sum-nothing = К оплате
money-capped = Сумма ограничена тем, что потребовано.
money-capped-paid = Возвращается не больше, чем заплачено за заказ.
money-none = Эта претензия не о деньгах. Возврат денег за заказ — отдельная претензия.
money-zero = Платить нечего, поэтому и считать нечего.
money-rounding = Все суммы точные, округления не было.
money-person = Сумму определяет человек.

# 10 Защита
heading-protection = Как защищены стороны
heard = Доказательства направлены { $party_dat }, ответить было можно.
heard-answered = Доказательства направлены { $party_dat }. Ответ получен { $day }.
heard-silent = Доказательства направлены { $party_dat }. До { $day } ответ не поступил.
not-heard = Ответа { $party_gen } на доказательства ещё нет. До этого решения не будет.
nobody-loses = Решение не ухудшает ничьего положения, поэтому заранее запрашивать ответ не требовалось.
no-machine-courier = Меры и взыскания против курьера назначает только человек.

# 11 Что изменило бы решение
heading-change = Что изменило бы решение
can-still = { $party_cap } ещё может прислать { $evidence }.
then-mattered = Исход был бы другим, если представить { $evidence }.
without-record = Без { $ref } исход был бы другим: { $record }.
result-nothing = Тогда никому не пришлось бы платить.
result-pays = Тогда платить { $payee_dat } { $amount } пришлось бы { $payer_dat }.
result-measure = Тогда исход такой: { $statement }
result-none = Тогда решал бы человек.
change-none = Больше нет доказательств, которые можно прислать и которые изменили бы исход.
change-bounded = Сочетаний больше, чем было проверено.

# 12 Что дальше
heading-next = Что будет дальше
next-pay = { $payer_cap } платит не позднее { $day }.
next-hear = { $party_cap } может ответить на доказательства не позднее { $day }.
next-ask = Не позднее { $day } ждём от { $party_gen } { $kind }.
next-ask-field = У { $party_gen } запрашиваем недостающие данные. Запись: { $kind }. Срок — не позднее { $day }.
next-person = Сотрудник примет решение не позднее { $day }.
next-nothing = Больше ничего не происходит, если решение не обжалуют.
next-measure = Решение действует сразу.
kind-document = документ
kind-photo = фото
kind-handover = подтверждение вручения (подпись, фото или код)
kind-tracking_event = данные отслеживания
kind-statement = заявление
kind-message = переписку
kind-courier_report = отчёт приложения курьера
kind-order = заказ
kind-claim = претензия
kind-scan_place = место отметки
kind-other = другие записи

# 13 Обжалование
heading-appeal = Если вы не согласны
appeal-until = Решение можно обжаловать до конца дня { $day }.
appeal-grounds = Основания для обжалования — новые доказательства или неверно применённое правило.
appeal-person = Решение проверит человек, который в нём не участвовал.
appeal-decisive = Решение изменится, если прислать { $evidence }.
respond-until = Своё мнение и доказательства можно прислать до конца дня { $day }.
respond-then = Решение, которое последует, можно будет обжаловать в течение { $days ->
    [one] { $days } дня
   *[other] { $days } дней
} со дня его принятия.
how-to-reply = Ответьте на сообщение, с которым пришло это письмо, и укажите номер дела: { $case }.

# 14 Как принято решение
heading-how = Как принято решение и как его проверить
how-machine = Дело решено по правилам. Две независимые программы применили все правила и дали одинаковый результат.
how-proposal = Предложение сделано по правилам. Две независимые программы дали одинаковый результат. Решение примет человек.
how-disagreed = Две независимые программы применили правила и дали разный результат. Машина ничего не решила.
how-policy = Правила: «{ $title }», версия { $version }, пункты { $clauses }.
how-digests = Контрольные коды: правила { $policy }, дело { $casecode }, решение { $decision }.
how-versions = Программа arbiter { $arbiter }, { $engines }.
how-verify = Файл решения может проверить любой, у кого он есть: arbiter verify { $file }
for-you = вы
means-pay-held = { $amount } будут списаны из денег, удержанных по этому заказу. Доплачивать ничего не нужно.
means-pay-held-part = Вы должны { $amount }. Из денег, удержанных по этому заказу, спишут { $held }. Остаток, { $rest }, заплатите не позднее { $day }.
together = Вместе это { $strength } доказательство.
money-total = Весь заказ стоил { $total }. Решение касается только одного: { $head }.
heard-you = Вам направлены доказательства против вас, ответить было можно.
heard-answered-you = Вам направлены доказательства против вас. Ваш ответ получен { $day }.
heard-silent-you = Вам направлены доказательства против вас. До { $day } ответ не поступил.
not-heard-you = Вы ещё не ответили на доказательства против вас. До этого решения не будет.
heading-change-open = Что изменит исход
can-still-you = Вы ещё можете прислать { $evidence }.
without-records = Без { $first_ref } и { $second_ref } исход был бы другим: { $first }; { $second }.
next-hear-you = Вы можете ответить на доказательства не позднее { $day }.
next-ask-you = Не позднее { $day } ждём от вас { $kind }.
next-ask-field-you = У вас запрашиваем недостающие данные. Запись: { $kind }. Срок — не позднее { $day }.
zone = Время указано по поясу { $zone }.
next-pay-you = Вы платите не позднее { $day }.
next-pay-held = Деньги, удержанные по этому заказу, списываются не позднее { $day }.
next-pay-held-part = Не позднее { $day } из удержанных по этому заказу денег спишут { $held }. Ещё { $rest } к этому дню платит { $payer }.
next-pay-held-part-you = Не позднее { $day } из удержанных по этому заказу денег спишут { $held }. Ещё { $rest } к этому дню платите вы.
can-still-appeal = Обжаловать решение можно до конца дня { $day }. При этом { $party } ещё может прислать { $evidence }.
can-still-appeal-you = Обжаловать решение можно до конца дня { $day }. При этом вы ещё можете прислать { $evidence }.
asked = У { $party_gen } запрошена позиция, ответить было можно.
asked-answered = У { $party_gen } запрошена позиция. Ответ получен { $day }.
asked-silent = У { $party_gen } запрошена позиция. До { $day } ответ не поступил.
asked-you = У вас запрошена позиция, ответить было можно.
asked-answered-you = У вас запрошена позиция. Ваш ответ получен { $day }.
asked-silent-you = У вас запрошена позиция. До { $day } ответ не поступил.
heading-meaning-decided = Что нужно знать сотруднику
change-other = Ни одна новая запись сама по себе исход не изменит, если она не противоречит прежним записям отправителя. Несколько перемен сразу могли бы.

# Части заказа
line-titled = «{ $title }»
line-untitled = строка заказа № { $number }
line-units = { $units ->
    [1] { $line }
   *[other] { $line }, { $units } шт.
}
line-some = { $line }, { $units } из { $claimed } шт.
and-line = { $first }; { $second }
and-lines = { $first } и ещё { $lines ->
    [one] { $lines } строка
    [few] { $lines } строки
   *[other] { $lines } строк
}
for-parts = { $subject }: { $statement }
more-groups = { $groups ->
    [one] Ещё { $groups } группа позиций здесь не описана
    [few] Ещё { $groups } группы позиций здесь не описаны
   *[other] Ещё { $groups } групп позиций здесь не описано
}: { $subject }. Подробности есть в файле решения.
record-item = Из заказа — { $line }: цена за штуку { $price }, заказано { $ordered }, в претензии { $claimed }
record-item-unpriced = Из заказа — { $line }: заказано { $ordered }, в претензии { $claimed }
record-statement-claim = Заявление { $by_gen }: { $claim }
record-statement-own = Заявление { $by_gen }: { $says }
record-statement-plain = Заявление { $by_gen }
record-message-own = Сообщение: { $says }
record-context-own = Отмечено: { $says }
record-declared = { $kind }
both = { $first } { $second }
record-lines = Ещё { $lines ->
    [one] { $lines } строка
    [few] { $lines } строки
   *[other] { $lines } строк
} заказа

# Вопросы со своими ответами и вопросы, которые решают записи
had-to-make-clear = Обязанность внести ясность лежит на { $party_prep }.
nobody-shows = Это видно из записей. Доказывать никому ничего не нужно.
needed-together = Нужны вместе не меньше чем { $count } из них.
fact-on-record = факт
standard-ordinary-own = Нужно как минимум { $least } доказательство, притом сильнее, чем в пользу любого другого ответа.
standard-ordinary-own-lead = Нужно как минимум { $least } доказательство, притом сильнее, чем в пользу любого другого ответа. Разница в ступенях — не меньше чем { $steps }.
facts-on-record = Это следует из того, что отмечено в записях.
found-unclear = Ни один из ответов не доказан. Обязанность внести ясность лежит на { $party_prep }, поэтому вопрос решён не в пользу { $party_gen }.
short-of-all-own = Нет доказательств, которые учитываются в пользу какого-либо ответа.
short-of-least-own = Лучшее доказательство в пользу одного из ответов — { $best }. Нужно было как минимум { $least }.
short-of-other-own = Лучшее доказательство в пользу одного из ответов — { $best }, а лучшее в пользу другого — { $other }. Этого перевеса мало.
found-on-record = Это видно из записей: { $statement }
found-otherwise = Записи не говорят об ином: { $statement }
found-at-odds = Записи говорят в пользу разных ответов. Пока ясности нет, считается так: { $statement }
found-unraised = Этот вопрос никто не поднимал, и он остаётся открытым: { $statement }

# Условия, части заказа и несколько претензий
gate-refused = Не выполнено предварительное условие, поэтому платить нечего. { $reason }
gate-refused-nothing = Не выполнено предварительное условие, поэтому ничего не следует. { $reason }
reason-gate = Не выполнено предварительное условие, поэтому решает человек. { $reason }
reason-parts = Неизвестно, о каких позициях заказа идёт речь.
reason-prior = Более ранняя претензия этого дела ещё не решена, а всё, что по ней полагается, здесь вычитается.
other-claims = Это письмо — об одной претензии: { $claim }, подана { $day }. { $claims ->
    [1] По другой претензии этого дела будет отдельное письмо.
   *[other] По остальным претензиям этого дела ({ $claims }) будут отдельные письма.
}

# Ещё о деньгах
term-item_price = Стоимость заявленного товара
term-item_unit_price = Цена за штуку
term-item_quantity = Заказано, шт.
term-item_claimed = В претензии, шт.
term-parameter = Установлено правилами, пункт { $clause }
term-field = Взято из записи ({ $kind })
term-field-named = Взято из записи: { $field }
term-number = Число из правила
money-of = { $label } ({ $head })
money-times = { $subject }: { $count } × { $amount }
money-note-of = { $head }. { $note }
money-formula = Расчёт: { $formula }
money-formula-parts = Расчёт ({ $subject }): { $formula }
formula-value = { $value }
formula-plus = { $left } + { $right }
formula-minus = { $left } − { $right }
formula-times = { $left } × { $right }
formula-over = { $left } ÷ { $right }
formula-brackets = ({ $inner })
formula-list = { $left }; { $right }
formula-min = меньшее из ({ $values })
formula-max = большее из ({ $values })
formula-round-up = ({ $values }) с округлением вверх
formula-round-down = ({ $values }) с округлением вниз
formula-business-days = число рабочих дней между ({ $values })
money-prior = По другой претензии этого дела ({ $claim }) за ту же потерю { $payee_dat } уже полагается { $amount }.
money-prior-deducted = По другой претензии этого дела ({ $claim }) за ту же потерю { $payee_dat } уже полагается { $amount }. Здесь эта сумма вычтена.
money-total-several = Весь заказ стоил { $total }. Решение касается только этого: { $head }.
result-no-measure = Тогда этого не было бы: { $statement }
result-pays-too = А { $payer_dat } пришлось бы платить { $payee_dat } { $amount }.
more-sums = { $groups ->
    [one] Ещё { $groups } группа
    [few] Ещё { $groups } группы
   *[other] Ещё { $groups } групп
}, { $subject }
value-unknown = неизвестно
money-parts = Неизвестно, о каких позициях идёт речь, поэтому считать пока нечего.
money-rounded = Точная сумма не была целой в самых мелких монетах. Она округлена до ближайшей, половина — до чётной.

# Сроки и что может последовать
business-day = { $count }-го рабочего дня после { $day }
business-days = { $days ->
    [one] { $days } рабочий день
    [few] { $days } рабочих дня
   *[other] { $days } рабочих дней
}
respond-then-business = Решение, которое последует, можно будет обжаловать в течение { $days ->
    [one] { $days } рабочего дня
   *[other] { $days } рабочих дней
} со дня его принятия.
next-person-later = После этого решение примет сотрудник. Срок: { $span }.
evidence-or = { $first }, или { $second }
kinds-or = { $first } или { $second }
evidence-as = { $evidence } ({ $kinds })
next-any-of = Хватит одного из доказательств, которые запрошены у { $party_gen }, если другие не обязательны.
next-any-of-you = Хватит одного из доказательств, которые запрошены у вас, если другие не обязательны.
next-ask-lines = Не позднее { $day } ждём от { $party_gen } ответа, о каких позициях заказа идёт речь.
next-ask-lines-you = Не позднее { $day } сообщите, о каких позициях заказа идёт речь.
means-asked-field = Не позднее { $day } дополните, пожалуйста, данные. Запись: { $kind }.
agent-evidence-field = Ещё можно запросить недостающие данные. Запись: { $kind } ({ $party }).
agent-evidence-lines = Ещё нужно узнать, о каких позициях заказа идёт речь ({ $party }).
means-asked-lines = Не позднее { $day } сообщите, о каких позициях заказа идёт речь.
next-sequel = { $party_cap } ещё может прислать { $kind } не позднее { $day }.
next-sequel-you = Вы ещё можете прислать { $kind } не позднее { $day }.
next-sequel-later = { $party_cap } ещё сможет прислать { $kind }. Срок со дня решения: { $span }.
next-sequel-later-you = Вы ещё сможете прислать { $kind }. Срок со дня решения: { $span }.
measure-lasts = { $statement } Это действует до конца дня { $day }.
measure-would-last = { $statement } Срок со дня решения: { $span }.
may-send = Ещё вы можете прислать { $kind }. Этого никто не требует.
kind-reading = то, что прочитано в документе или на фото
kind-notice = запрос
kind-context = сведения о том дне
kind-history = прежние дела
kind-item = позиции заказа

# Что стоит прежде всего, и что не понадобилось
gate = Предварительное условие
gate-fact = { $name }: { $value }. По условию нужно: { $required }.
gate-fact-record = В записи: { $value }. По условию нужно: { $required }.
gate-fact-none = Такой записи нет: { $kind }.
gate-fact-nothing = В записях нет ничего, что отвечало бы этому условию.
gate-not-met = Условие не выполнено, поэтому платить нечего.
gate-not-met-nothing = Условие не выполнено, поэтому ничего не следует.
gate-not-met-person = Условие не выполнено, поэтому решает человек.
needed-most = не больше чем { $limit }
needed-least = не меньше чем { $limit }
needed-more = больше чем { $limit }
needed-less = меньше чем { $limit }
needed-between = { $low } – { $high } включительно
needed-known = известное значение
needed-unknown = отсутствие записи
value-known = известно
value-withheld = здесь не указано
near-gate = Исход был бы другим при значении «{ $required }» вместо «{ $value }»: { $name }.
near-gate-record = Исход был бы другим при значении «{ $required }» вместо «{ $value }» в { $ref }: { $name }.
question-not-needed = Ответ не понадобился: не выполнено предварительное условие.
effect-not-needed = Для решения не понадобилось.
field-minutes_after_placed = время с оформления заказа
field-minutes_after_accepted = время с приёма перевозчиком
field-minutes_after_delivered = время с последней отметки о вручении
field-minutes_after_claim = время с подачи претензии
field-minutes_late = опоздание против обещанного времени
field-minutes_to_answer = время до ответа
field-distance_m = расстояние от адреса

# Пределы, и меньше, чем потребовано
limit-parameter = установлено правилами, пункт { $clause }
limit-field = величина из записи «{ $kind }»
limit-fixed = твёрдая сумма из правила
money-limit = Не больше
money-limit-named = Не больше: { $limit }
money-limit-formula = Расчёт предела: { $formula } = { $limit }
money-cap = По расчёту выходит { $before }, а предел — { $limit }. Поэтому сумма уменьшена до предела.
money-cap-of = Больше { $limit } не полагается, поэтому сумма уменьшена.
money-cap-of-named = Больше { $limit } не полагается ({ $name }), поэтому сумма уменьшена.
money-cap-used = Из предела в { $limit } уже возмещено { $used }. Поэтому вместо { $before } полагается только остаток: { $left }.
formula-is = { $left } = { $right }
less-than-claimed = Вы требовали { $claimed }, а получаете { $amount }. Причина: { $reason }.
less-than-claimed-open = Вы требовали { $claimed }. Пока выходит { $amount }. Причина: { $reason }.
less-and = { $first }; { $second }
less-open = остальное ещё не решено
less-limit = больше { $limit } здесь не полагается
less-limit-named = больше { $limit } здесь не полагается ({ $name })
less-paid = возвращается не больше, чем заплачено за заказ
less-gate = не выполнено предварительное условие ({ $subject })
less-nothing = за часть потребованного ничего не полагается ({ $subject })
less-already = { $amount } уже возмещено
less-computed = столько выходит по правилам и записям
reason-missing_amount-named = Сумму нельзя вычислить. Неизвестно: { $names }.
reason-missing_amount-currencies = Сумму нельзя вычислить: величины указаны в разных валютах.
reason-gap-bearer = Ни одно правило не говорит, кто за это платит.

# 3 Что говорит каждая сторона
heading-said = Что говорит и о чём просит каждая сторона
said-claim-amount = { $claim }: требование на { $amount }
said-claim = Требование: { $claim }
said-dated = { $what }. { $quote }
said-sent = Поданы доказательства: { $refs }
said-nothing = От этой стороны ничего не поступило.

# 6 Ваши доводы
heading-points = Ваши доводы по порядку
point-accepted = Принято ({ $refs }). Это подтверждает вывод: { $statement }
point-outweighed = Учтено ({ $refs }). Это довод в пользу ответа: { $statement } Доказательства против сильнее.
point-not-enough = Учтено ({ $refs }). Это довод в пользу ответа: { $statement } Чтобы его доказать, этого не хватило.
point-set-aside = Не учтено ({ $refs }). { $reason }
even-if-same = Даже если бы этого хватило, исход был бы тем же.
even-if-other = Если бы этого хватило, исход был бы другим.

# 7 Что почти сработало
heading-nearly = Правила, которые уступили другим или почти сработали
gave-way = Это правило тоже подходит, но раньше идёт другое.
near-miss = Исход был бы другим, будь в { $ref } ({ $name }) «{ $required }», а не «{ $value }».

# О чём требуют сообщать законы: см. arbiter/report/profiles. Только для мер и решений, принятых программой.
profile-ground = Мера принята по пункту { $clause } правил: { $statement }
profile-lasts = Срок меры: { $span }.
profile-scope-open = Мера не ограничена одной страной. Срок для неё не установлен.
profile-scope-lasts = Мера не ограничена одной страной. Срок меры: { $span }.
profile-fully = Это решила программа по правилам, без участия человека.
profile-partially = Это предложила программа по правилам, а решает человек.
profile-not-automated = Это решает человек, без предложения программы.
profile-detected = Кроме того, программа прочла доказательство, которое было учтено.
profile-not-detected = Программа этого не искала: вопрос возник из заявления одной из сторон.
profile-before = Эти причины сообщаются до того, как мера начнёт действовать.
profile-dsa-appeal = Саму меру можно обжаловать дольше и бесплатно. Срок со дня её принятия: { $span }. Жалобу рассматривает подготовленный сотрудник, а не одна только программа.
profile-dsa-redress = Можно также обратиться в аккредитованный орган внесудебного разрешения споров или в суд.
profile-gdpr-data = На результат повлияли эти записи: { $refs }. В таблице доказательств сказано, от кого каждая из них, что она показывает и как она учтена.
profile-gdpr-none = Ни одна запись сама по себе на результат не повлияла: он следует из того, кто что должен был доказать.
profile-gdpr-principle = Доказательства сторон по каждому вопросу сравниваются по силе. Если ничего не доказано, вопрос решается против того, кто должен был доказать.
profile-gdpr-change = В разделе о том, что изменило бы результат, сказано, могли ли другие данные привести к иному результату и какие.
profile-gdpr-person = Можно попросить, чтобы дело рассмотрел человек, изложить свою точку зрения и оспорить результат.
profile-work-person = Решение о мере принимает только человек.
profile-work-contact = Обсудить факты и причины можно здесь: { $text }
profile-work-review = Если попросить о пересмотре, человек письменно ответит в течение двух недель.
profile-p2b-complaint = Изложить факты со своей стороны можно в жалобе, бесплатно. Подать её можно { $platform_dat }.
profile-p2b-mediators = Урегулировать спор можно с помощью этих посредников: { $text }
profile-cn-complaint = Жалобу на меру можно направить { $platform_dat }. Меру проверят ещё раз и сообщат результат.
profile-cn-person = Если жалобу рассматривали только программы, можно попросить, чтобы её рассмотрел человек.
profile-cn-burden = Обязанность доказать это лежит на { $party_prep }.
profile-ru-complaint = До обращения в суд жалобу на меру можно направить { $platform_dat }.
profile-version = Мера принята по версии правил { $version }. По коду { $code } эту версию можно найти и после изменения правил.

# Короткие формы для обращений
reply-code = Контрольный код решения: { $decision }
reply-rest = Остальное сказано в полном письме.
note-why = Почему решает человек

# In PDF only
unshown = Знак, которого нет в шрифтах этого письма, заменён своим номером в Юникоде, например [U+0000].
