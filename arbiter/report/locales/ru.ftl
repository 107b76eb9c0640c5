# Рамка каждого письма. Сторона стоит в предложении как { $x }, { $x_cap } (в начале), { $x_gen }, { $x_dat } и так далее.
# О сторонах говорим в настоящем времени, без рода.

kicker = Дело { $case } · адресат: { $audience } · { $day }
kicker-agent = Дело { $case } · для сотрудника, который решает · { $day }

# 1 Решение
pays = { $payer_cap } платит { $payee_dat } { $amount }.
pays-you = Вы платите { $payee_dat } { $amount }.
pays-to-you = { $payer_cap } платит вам { $amount }.
pays-by = { $payer_cap } платит { $payee_dat } { $amount } до { $day } включительно.
proposed = Предложение: { $payer } платит { $payee_dat } { $amount }.
proposed-you = Предложение: вы платите { $payee_dat } { $amount }.
proposed-to-you = Предложение: { $payer } платит вам { $amount }.
nothing-owed = Никто ничего не платит.
nothing-owed-you = Деньги по этой жалобе вам не выплачиваются.
nothing-proposed = Предложение: никто ничего не платит.
person-decides-all = Это дело решает человек.
measure-none = По правилам никакой меры нет. Решает человек.
status-final = Окончательно
status-provisional = Пока не окончательно
status-referred = Решает человек
state-final = Это решение окончательное, если никто его не обжалует.
state-provisional = Таково положение дела. Оно не окончательное: кто-то ещё может ответить.
state-referred = Это только предложение. Дело решает сотрудник.

# 2 Что это значит для вас
heading-meaning = Что это значит для вас
heading-meaning-agent = Что вам нужно решить
means-pay = Вы должны { $amount }. Заплатите до { $day } включительно.
means-pay-provisional = Пока выходит, что вы должны { $amount }. Платить ещё ничего не нужно.
means-pay-referred = Если предложение примут, вы должны { $amount }. Платить ещё ничего не нужно.
means-receive = Вы получаете { $amount } до { $day } включительно. Делать для этого ничего не нужно.
means-receive-provisional = Пока выходит, что вы получаете { $amount }. Деньги ещё не выплачены.
means-receive-referred = Если предложение примут, вы получаете { $amount }. Деньги ещё не выплачены.
means-nothing-for-claimant = Ваше требование на { $amount } не удовлетворено.
means-nothing-for-claimant-unnamed = Ваше требование не удовлетворено.
means-nothing = Вы ничего не должны. Делать ничего не нужно.
means-nothing-provisional = Пока выходит, что вы ничего не должны.
means-nothing-referred = Если предложение примут, вы ничего не должны.
means-released = Деньги, удержанные по этому заказу, переводятся вам.
means-no-action = Делать ничего не нужно.
means-kept = Деньги за этот заказ остаются у вас.
means-answer = Вас ещё не выслушали. Ответьте до { $day } включительно.
means-asked = Пришлите { $kind } до { $day } включительно.
means-platform-fund = Площадка платит из своего фонда. Возмещать это никому не нужно.
agent-question = Открытый вопрос: { $question }
agent-evidence = Ещё можно получить. { $party_cap }: { $kind }.
agent-reason-rule = Правило требует решения человека.
agent-reason-unknown_rule = Неизвестно, действует ли правило, которое требует решения человека.
agent-reason-deadlock = У обеих сторон сильные доказательства, перевеса нет.
agent-reason-gap = Ни одно правило не говорит, что делать в этом случае.
agent-reason-conflict = Правила противоречат друг другу.
agent-reason-unknown = Неизвестное обстоятельство может изменить исход.
agent-reason-missing_amount = Сумму нельзя вычислить: одной из величин нет.
agent-reason-courier_measure = Меру против курьера машина не назначает.
agent-reason-account_measure = Меру, которая касается учётной записи, машина не назначает.
agent-reason-guarantee = Такой исход нарушил бы обещание правил.
agent-reason-no_fault = По правилам платила бы сторона, чья вина не показана и которой нечего было доказывать.
agent-reason-parameter = Одна из величин правил не определена на день заказа.
agent-reason-engines = Две машины вывода не сошлись. Предложения нет.
desk = Дело получает { $desk ->
    [logistics] отдел логистики
    [sellers] отдел по работе с продавцами
    [warranty] гарантийный отдел
    [payments] отдел платежей
    [safety] отдел безопасности
   *[other] ответственный отдел
}.

promise = Правила обещают вам: { $text }
promise-other = Выполнено обещание, данное другой стороне ({ $party }): { $text }
clause = Пункт { $clause }

heading-timeline = Что произошло

# 5 Вопросы
heading-questions = Почему
legend = Доказательство бывает слабым, средним, сильным или неоспоримым. С каждой стороны считается самое сильное.
raised = Вопрос поднимает { $party }.
not-raised = Об этом никто не спорил.
had-to-show = Бремя доказывания несёт { $party }. Доказать нужно вот что. { $statement }
had-to-show-because = Причина: { $reason }
standard-ordinary = Достаточно доказательства не ниже среднего, если оно сильнее, чем у другой стороны.
standard-clear = Нужно сильное доказательство, а против него — не более чем слабое.
answer-yes = Да
answer-no = Нет
nothing-speaks = В пользу этого ничего нет.
set-aside = Не учтено. { $reason }
counted-only = { $reason }
found-evidence = Доказано. { $statement }
found-burden = Доказательства этого не решают. Бремя доказывания несёт { $party }, поэтому вопрос решён не в пользу { $party_gen }.
found-undisputed = Спора нет. { $statement }
open-question = Неизвестное обстоятельство может изменить этот ответ.
withheld = Доказательства показывают: { $gist }. Подробности не приводятся, чтобы защитить человека.

strength-1 = слабое
strength-2 = среднее
strength-3 = сильное
strength-4 = неоспоримое

# 8 Доказательства
heading-evidence = Все доказательства
column-item = Запись
column-from = Откуда
column-strength = Сила
column-effect = Что это дало
on-record = в деле
effect-pivotal = Помогло решить дело.
effect-supporting = Подтверждает решение.
effect-outweighed = Другое перевесило.
effect-none = Ничего не изменило.
effect-rejected = Не принято. { $reason }
effect-limited = Считается только слабым. { $reason }

dated = { $what }, { $day }
record-claim = Жалоба: { $claim }
record-order = Заказ на { $total }
record-order-unknown = Заказ
record-tracking_event = { $code ->
    [accepted] Отметка: принято перевозчиком
    [in_transit] Отметка: в пути
    [out_for_delivery] Отметка: передано на доставку
    [attempted] Отметка: попытка вручения
    [delivered] Отметка: вручено
    [held] Отметка: на хранении
    [returned] Отметка: возвращено
    [lost] Сообщение: утеряно
    [damaged] Сообщение: повреждено
    [not_received] Сообщение: от продавца не поступало
    [exception] Сообщение: сбой
   *[other] Данные отслеживания
}
record-tracking_event-place = { record-tracking_event }, в { $distance_m } м от адреса
record-courier_report = Приложение курьера: { $code ->
    [assigned] заказ назначен
    [picked_up] заказ получен
    [arrived] курьер на месте
    [handed_over] заказ отдан
    [cancelled] заказ отменён
    [incident] сообщение о происшествии
   *[other] сообщение
}
record-handover = Вручение, подтверждение: { $proof ->
    [signature] подпись
    [photo] фото
    [code] код
   *[other] только слова
}
record-message = Сообщение
record-statement = Заявление. { $by_cap }: { $says ->
    [not_received] посылка не пришла
    [received] посылка пришла
    [courier_cancelled] почему отменён заказ
    [damaged] товар повреждён
    [handed_over] что было передано
   *[other] своё изложение
}
record-reading = { $by ->
    [operator] Прочитано сотрудником
    [detector] Прочитано программой
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
record-photo = Фото
record-document = Документ
record-notice = Запрос. Кому: { $to_bare }. { $answer ->
    [received] Ответ получен
    [declined] В ответе отказано
    [open] Срок ещё не истёк
   *[none] Ответа до { $deadline } нет
}
record-context = На заметке: { $what ->
    [outage] сбой системы
    [severe_weather] непогода
    [holiday] праздничный день
    [strike] забастовка
   *[other] происшествие
}
record-history = Прежние дела. Сторона: { $party }
record-unknown = Нечитаемая запись
record-private = { $gist }, без подробностей
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
term-already_made_good = Уже возмещено
term-fixed = Твёрдая сумма
term-missing = неизвестно
money-sum = { $payer_cap } платит { $payee_dat }
money-sum-nothing = К оплате
money-capped = Сумма ограничена тем, что потребовано.
money-none = Эта жалоба не о деньгах.
money-zero = Платить нечего, поэтому и считать нечего.
money-rounding = Все суммы точные, округления не было.
money-person = Сумму определяет человек.

# 10 Защита
heading-protection = Как защищены стороны
heard = { $party_cap } знает, что говорит против этой стороны, и может ответить.
heard-answered = { $party_cap }: доводы против этой стороны показаны, ответ получен { $day }.
heard-silent = { $party_cap }: доводы против этой стороны показаны, ответа до { $day } нет.
not-heard = { $party_cap }: доводы против этой стороны ещё не показаны. Без этого решение не станет окончательным.
nobody-loses = Ни одна сторона здесь ничего не теряет, поэтому выслушивать никого не требовалось.
no-machine-courier = Ни меру, ни взыскание против курьера машина не назначает.

# 11 Что изменило бы решение
heading-change = Что изменило бы решение
can-still = Это ещё можно прислать. { $evidence }
then-mattered = Это имело бы значение. { $evidence }
had-not-been = Исход был бы другим, если бы это было не так. { $statement }
without-record = Исход был бы другим без этой записи: { $record }.
both-needed = Только вместе:
result-nothing = Тогда никто бы не платил.
result-pays = Тогда { $payee } получает { $amount }, платит { $payer }.
result-measure = Тогда исход такой. { $statement }
result-none = Тогда решал бы человек.
change-none = Ни одно доказательство и никакие два вместе исход бы не изменили.
change-bounded = Сочетаний больше, чем было проверено.

# 12 Что дальше
heading-next = Что будет дальше
next-pay = { $payer_cap } платит до { $day } включительно.
next-hear = { $party_cap } получает доводы против этой стороны и может ответить до { $day } включительно.
next-ask = { $party_cap } получает запрос: { $kind }. Срок ответа — до { $day } включительно.
next-ask-field = { $party_cap } получает запрос дополнить запись: { $kind }. Срок ответа — до { $day } включительно.
next-person = Сотрудник решает до { $day } включительно.
next-nothing = Больше ничего не происходит, если никто не обжалует решение.
next-measure = Мера действует сразу.
kind-document = документ
kind-photo = фото
kind-handover = подтверждение вручения (подпись, фото или код)
kind-tracking_event = данные отслеживания
kind-statement = заявление
kind-message = переписку
kind-courier_report = отчёт приложения курьера
kind-order = заказ
kind-claim = жалоба
kind-scan_place = место отметки
kind-other = другие записи

# 13 Обжалование
heading-appeal = Если вы не согласны
appeal-until = Решение можно обжаловать до { $day } включительно.
appeal-grounds = Оснований два: новые доказательства или неверно применённое правило.
appeal-person = Жалобу рассматривает человек, который в этом решении не участвовал.
appeal-decisive = Решающим было бы такое доказательство. { $evidence }
respond-until = Своё мнение и доказательства можно прислать до { $day } включительно.
respond-then = Следующее решение можно обжаловать в течение { $days ->
    [one] { $days } дня
   *[other] { $days } дней
}.
how-to-reply = Пишите с указанием дела { $case }.

# 14 Как принято решение
heading-how = Как принято решение и как его проверить
how-machine = Дело решено по правилам. Две машины вывода сопоставили все правила и сошлись.
how-proposal = Предложение сделано по правилам. Две машины вывода сопоставили все правила и сошлись. Решает человек.
how-disagreed = Две машины вывода сопоставили правила и не сошлись. Машина ничего не решила.
how-policy = Правила: «{ $title }», версия { $version }, пункты { $clauses }.
how-digests = Контрольные коды: правила { $policy }, дело { $casecode }, решение { $decision }.
how-versions = Программа arbiter { $arbiter }, { $engines }.
how-verify = Файл решения может проверить любой, у кого он есть: arbiter verify { $file }
for-you = вы
