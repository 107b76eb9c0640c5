# 每封信的框架。各方以 { $x } 出现在句中。句子之间不空格，标点用全角。
# 信写给买家、卖家、配送员这样的普通人：称“您”，一句一事，尽量不超过 35 个字。

# 书写习惯
write-locale = zh_CN
write-fonts = "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui
write-day = y年M月d日
# 网页上的日期中间不换行。
write-day-unbroken = y{ "\u2060" }年{ "\u2060" }M{ "\u2060" }月{ "\u2060" }d{ "\u2060" }日
write-moment = { $day } { $time }
write-money = ¤#,##0.00
write-percent = { $number }%
write-sentences = { $first }{ $second }
write-list = { $first }、{ $next }
write-alternatives = { $first }；{ $next }
write-label = { $label }：{ $text }
write-brackets = { $text }（{ $note }）
write-numbered = { $number }. { $text }
write-quoted = { $text }。{ $quote }
unit-m = { $shown }米
unit-km = { $shown }公里
unit-min = { $shown }分钟
unit-h = { $shown }小时
unit-d = { $shown }天
unit-g = { $shown }克
unit-kg = { $shown }公斤
unit-l = { $shown }升

kicker = 案件{ $case } · 致{ $audience } · { $day }
kicker-agent = 案件{ $case } · 致经办人员 · { $day }

# 1 决定
pays = { $payer }向{ $payee }支付{ $amount }。
pays-you = 您需要向{ $payee }支付{ $amount }。
pays-to-you = { $payer }向您支付{ $amount }。
pays-by = { $payer }须在{ $day }前（含当日）向{ $payee }支付{ $amount }。
proposed = 处理建议：{ $payer }向{ $payee }支付{ $amount }。
proposed-you = 处理建议：由您向{ $payee }支付{ $amount }。
proposed-to-you = 处理建议：{ $payer }向您支付{ $amount }。
nothing-owed = 各方都不用付款。
nothing-owed-you = 您的申请未通过，不予赔付。
nothing-proposed = 处理建议：各方都不用付款。
person-decides-all = 本案由人工审核决定。
person-decides-rest = 其余部分由人工审核决定。
measure-none = 按规则没有相应的处理措施，由人工决定。
measure-none-provisional = 目前没有相应的处理措施。
measure-none-final = 没有相应的处理措施。
status-final = 已作出决定
status-provisional = 尚未最终决定
status-referred = 由人工决定
state-final = 截至{ $day }无人申诉的，本决定维持不变。
state-provisional = 以上是目前的情况。还有人可以答复，所以尚未决定。
state-referred = 以上只是处理建议，最终由工作人员决定。

# 2 对您意味着什么
heading-meaning = 这对您意味着什么
heading-meaning-agent = 需要您决定的事项
means-pay = 您应付{ $amount }，请在{ $day }前（含当日）付款。
means-pay-provisional = 按目前的情况，您应付{ $amount }。现在还不用付款。
means-pay-referred = 如果建议获得采纳，您应付{ $amount }。现在还不用付款。
means-receive = 您会在{ $day }前（含当日）收到{ $amount }，无需任何操作。
means-receive-provisional = 按目前的情况，您会收到{ $amount }。这笔钱还没有付出。
means-receive-referred = 如果建议获得采纳，您会收到{ $amount }。这笔钱还没有付出。
means-nothing-for-claimant = 您申请的{ $amount }不予赔付。
means-nothing-for-claimant-unnamed = 您的申请没有通过。
means-nothing = 您不用付款，也无需任何操作。
means-nothing-provisional = 按目前的情况，您不用付款。
means-nothing-referred = 如果建议获得采纳，您不用付款。
means-open-pay = 如果建议获得采纳，您须承担{ $head }。具体金额还不清楚，现在不用付款。
means-open-receive = { $head }由谁支付、付多少，还没有确定，由人工决定。
means-open = { $head }由谁承担、金额多少，还没有确定，由人工决定。
means-released = 如果本订单的货款仍在冻结，现在解冻给您。
means-no-action = 您无需任何操作。
means-kept = 本订单的货款仍归您所有。
means-answer = 对不利于您的证据，您还可以在{ $day }前（含当日）答复。
means-asked = 如果您有{ $kind }，请提交。截止日期为{ $day }（含当日）。
means-platform-fund = { $payer }用自己的资金支付，任何人都不用偿还。
agent-question = 待定问题：{ $question }
agent-no-letters = 本案系统不向各方发信（条款{ $clause }），由工作人员联系各方。
agent-evidence = 还可以请{ $party }提交：{ $kind }。
reason-rule = 有一条规则要求由人工决定。
reason-unknown_rule = 要求人工决定的规则是否适用，目前不清楚。
reason-deadlock = 双方的证据都很强，分不出高下。
reason-gap = 没有规则说明这种情况怎么处理。
reason-conflict = 适用的规则互相矛盾。
reason-unknown = 有一项情况不明，可能改变结果。
reason-missing_amount = 缺少一个数额，无法算出金额。
reason-courier_measure = 对配送员的处理措施，从不由系统自动决定。
reason-account_measure = 对账号的处理措施，从不由系统自动决定。
reason-guarantee = 这样处理会违反规则作出的承诺。
reason-no_fault = 按规则付款的一方，既没有被证实有错，也没有举证责任。
reason-parameter = 规则中有一个数值，在下单当天没有规定。
reason-engines = 两套程序的结果不一致，因此没有处理建议。
desk = 本案转交{ $desk ->
    [logistics] 物流组
    [sellers] 卖家服务组
    [warranty] 售后保修组
    [payments] 支付组
    [safety] 安全组
   *[other] 负责的小组
}处理。

promise = 规则向您承诺：{ $text }
promise-other = 规则对{ $party }的承诺已经兑现。{ $text }
clause = 条款{ $clause }

# 事情经过
heading-timeline = 事情经过

# 5 问题
heading-questions = 为什么这样决定
legend = 证据强度分为弱、中、强、决定性四级。每一方只看最强的证据。
raised = 这个问题由{ $party }提出。
not-raised = 对此没有人提出异议。
had-to-show = 应由{ $party }证明：{ $statement }
had-to-show-because = 原因：{ $reason }
standard-ordinary = 证据至少达到“{ $least }”，并且强于另一方，才算证实。
standard-ordinary-lead = 证据至少达到“{ $least }”，并且比另一方强{ $steps }级，才算证实。
standard-clear = 证据须达到“{ $least }”，而相反的证据最多为“{ $most }”，才算证实。
short-of-all = 没有有效的证据支持“{ $answer }”。
short-of-least = 支持“{ $answer }”的证据，最强的是“{ $best }”，至少要“{ $least }”。
short-of-other = 支持“{ $answer }”的证据，最强的是“{ $best }”，相反的最强是“{ $other }”，领先不够。
answer-yes = 是
answer-no = 否
heading-idle = 下面的问题不影响结果。无论答案如何，结果都一样。
nothing-speaks = 没有证据。
set-aside = 未采用：{ $reason }
found-evidence = 已证实：{ $statement }
found-burden = 两种说法都没有证实。这本应由{ $party }证明，所以结论对{ $party }不利。
found-undisputed = 没有争议：{ $statement }
open-question = 有一项情况不明，可能改变这个结论。
withheld = 证据表明：确有{ $gist }。为保护个人隐私，细节从略。

strength-1 = 弱
strength-2 = 中
strength-3 = 强
strength-4 = 决定性

# 8 证据
heading-evidence = 全部证据
column-item = 证据
column-from = 提交方
column-strength = 强度
column-effect = 作用
on-record = 不评强度
effect-pivotal = 是决定的依据。
effect-supporting = 支持这一决定。
effect-outweighed = 相反的证据不弱于它。
effect-none = 不影响结果。
effect-rejected = 未采纳。{ $reason }
effect-limited = 只能算作弱证据。{ $reason }

dated = { $day }：{ $what }
record-claim = 申请：{ $claim }
record-order = 订单，总额{ $total }
record-order-unknown = 订单
record-tracking_event = { $code ->
    [accepted] 物流记录：已揽收
    [in_transit] 物流记录：运输中
    [out_for_delivery] 物流记录：派送中
    [attempted] 物流记录：派送未成功
    [delivered] 物流记录：已送达
    [held] 物流记录：暂存待取
    [returned] 物流记录：已退回
    [lost] 物流报告：包裹丢失
    [damaged] 物流报告：包裹破损
    [not_received] 物流报告：从未收到卖家交来的包裹
    [exception] 物流报告：异常
   *[other] 物流记录
}
record-tracking_event-place = { record-tracking_event }，距收货地址{ $distance_m }米
record-courier_report = 配送应用：{ $code ->
    [assigned] 已派单
    [picked_up] 已取货
    [arrived] 已到达
    [handed_over] 已交付
    [cancelled] 订单已取消
    [incident] 上报突发情况
   *[other] 记录
}
record-courier_report-plain = 配送应用：记录
record-handover = 交付凭证：{ $proof ->
    [signature] 签名
    [photo] 照片
    [code] 取件码
   *[other] 仅口头说明
}
record-message = 消息
record-statement = { $by }的陈述：{ $says ->
    [not_received] 没有收到包裹
    [received] 已收到包裹
    [courier_cancelled] 取消订单的原因
    [damaged] 商品有损坏
    [handed_over] 交付情况
   *[other] 自述
}
record-reading = { $by ->
    [operator] 工作人员核对
    [detector] 程序识别
   *[other] 提交人描述
}：{ $says ->
    [posting_receipt] 寄件回执
    [collection_note] 揽收单
    [hospital_note] 医院证明
    [signature] 签名
    [delivery_photo] 送达照片
    [damage] 损坏情况
   *[other] 内容
}（{ $of }）
record-reading-own = { $by ->
    [operator] 工作人员核对
    [detector] 程序识别
   *[other] 提交人描述
}：{ $says }（{ $of }）
record-photo = 照片
record-document = 文件
record-notice = 发给{ $to }的通知：{ $answer ->
    [received] { $answered }已答复
    [declined] { $answered }拒绝答复
    [open] 仍在答复期内
   *[none] 到{ $deadline }仍未答复
}
record-context = 当时情况：{ $what ->
    [outage] 系统故障
    [severe_weather] 恶劣天气
    [holiday] 公共假日
    [strike] 罢工
    [incident] 突发事件
   *[other] 规则会考虑的情况
}
record-history = { $party }以往的案件
record-unknown = 无法读取的记录
record-private = 有关{ $gist }的材料（细节不公开）
own-words = { $party }写道：“{ $text }”

admission-ARB420 = 不认识这种记录。
admission-ARB421 = 记录里有不认识的字段。
admission-ARB422 = 有一项数值缺失或无效。
admission-ARB423 = 时间没有注明时区。
admission-ARB424 = 记录的日期晚于决定的日期。
admission-ARB425 = 记录提到了不认识的一方。
admission-ARB426 = 提交人无权提交这种记录。
admission-ARB427 = 附件缺失。
admission-ARB428 = 附件与事先说明的不是同一个文件。
admission-ARB429 = 附件太大。
admission-ARB430 = 记录编号重复使用。
admission-ARB431 = 它引用的记录不存在或未被采纳。
admission-ARB432 = 它替另一方说话。
admission-ARB440 = 由程序识别，没有人工确认。
admission-ARB441 = 由一方描述自己的图片或文件。
admission-other = 不符合对记录的要求。

# 9 金额
heading-money = 金额
term-order_price = 商品价款
term-order_total = 订单总额
term-order_delivery_fee = 配送费
term-claim_amount = 申请金额
term-already_made_good = 已退款
term-fixed = 固定金额
term-missing = 缺失
money-sum = { $payer }付给{ $payee }
money-sum-nothing = 应付
money-capped = 金额以申请的数额为限。
money-capped-paid = 退还的金额不超过为这笔订单支付的金额。
money-none = 这项申请不涉及款项。如需订单退款，请另行申请。
money-zero = 没有需要支付的款项，无需计算。
money-rounding = 所有金额都是精确值，没有舍入。
money-person = 金额由人工确定。

# 10 各方权益
heading-protection = 怎样保障各方权益
heard = 证据已发给{ $party }，{ $party }可以答复。
heard-answered = 证据已发给{ $party }，{ $party }于{ $day }答复。
heard-silent = 证据已发给{ $party }，到{ $day }仍未答复。
not-heard = { $party }还没有对证据作出答复。在{ $party }有机会答复之前，不作决定。
nobody-loses = 这一决定对任何一方都没有不利，因此不必事先征求意见。
no-machine-courier = 对配送员的处理和扣款，只能由人工决定。

# 11 什么会改变决定
heading-change = 什么会改变这个决定
can-still = { $party }仍可提交{ $evidence }。
then-mattered = 如果有{ $evidence }，结果会不同。
without-record = 如果没有{ $ref }，结果会不同。{ $ref }为“{ $record }”。
result-nothing = 那样的话，谁都不用付款。
result-pays = 那样的话，{ $payer }须向{ $payee }支付{ $amount }。
result-measure = 那样的话，结果是：{ $statement }
result-none = 那样的话，须由人工决定。
change-none = 没有谁还能提交改变结果的证据。
change-bounded = 可能的组合太多，没有全部试过。

# 12 接下来
heading-next = 接下来会怎样
next-pay = { $payer }须在{ $day }前（含当日）付款。
next-hear = { $party }可在{ $day }前（含当日）对证据作出答复。
next-ask = 请{ $party }提交{ $kind }。截止日期为{ $day }（含当日）。
next-ask-field = 请{ $party }在{ $day }前（含当日）补全{ $kind }中缺少的内容。
next-person = 工作人员会在{ $day }前（含当日）作出决定。
next-nothing = 如果无人申诉，本案到此结束。
next-measure = 这项处理立即生效。
kind-document = 文件
kind-photo = 照片
kind-handover = 交付凭证（签名、照片或取件码）
kind-tracking_event = 物流记录
kind-statement = 情况说明
kind-message = 聊天记录
kind-courier_report = 配送应用的记录
kind-order = 订单
kind-claim = 申请
kind-scan_place = 扫描地点
kind-other = 其他记录

# 13 申诉
heading-appeal = 如果您不同意
appeal-until = 您可以在{ $day }前（含当日）申诉。
appeal-grounds = 有新的证据，或者认为规则用错了，都可以申诉。
appeal-person = 申诉由没有参与本决定的人复核。
appeal-decisive = 能够改变结果的是：{ $evidence }。
respond-until = 您可以在{ $day }前（含当日）提交意见和证据。
respond-then = 决定作出后，您可以在{ $days }天内申诉。
how-to-reply = 如需回复，请直接回复发来本信的那条消息，并注明案件编号{ $case }。

# 14 怎样作出决定
heading-how = 决定是怎样作出的，怎样核对
how-machine = 本案依照规则由系统决定。两套独立的程序都用了全部规则，结果一致。
how-proposal = 处理建议依照规则得出。两套独立的程序都用了全部规则，结果一致。最终由人工决定。
how-disagreed = 两套独立的程序按规则得出的结果不一致，系统没有作出任何决定。
how-policy = 规则：《{ $title }》，版本{ $version }，条款{ $clauses }。
how-digests = 校验码：规则{ $policy }，案件{ $casecode }，决定{ $decision }。
how-versions = 使用程序：arbiter { $arbiter }（{ $engines }）。
how-verify = 有决定文件的人都可以用这条命令核对：arbiter verify { $file }
for-you = 您
means-pay-held = { $amount }从本订单冻结的货款中扣除，您不用另外付款。
means-pay-held-part = 您应付{ $amount }。其中{ $held }从本订单冻结的货款中扣除。其余{ $rest }请在{ $day }前（含当日）支付。
together = 这些证据合起来，强度为“{ $strength }”。
money-total = 整个订单共{ $total }。本决定只涉及{ $head }。
heard-you = 对您不利的证据已发给您，您可以答复。
heard-answered-you = 对您不利的证据已发给您，您于{ $day }作了答复。
heard-silent-you = 对您不利的证据已发给您，到{ $day }没有收到您的答复。
not-heard-you = 您还没有对证据作出答复。在您有机会答复之前，不作决定。
heading-change-open = 什么会改变结果
can-still-you = 您仍可提交{ $evidence }。
without-records = 如果没有{ $first_ref }和{ $second_ref }，结果会不同。{ $first_ref }为“{ $first }”。{ $second_ref }为“{ $second }”。
next-hear-you = 您可以在{ $day }前（含当日）对证据作出答复。
next-ask-you = 请您提交{ $kind }。截止日期为{ $day }（含当日）。
next-ask-field-you = 请您在{ $day }前（含当日）补全{ $kind }中缺少的内容。
zone = 时间均为{ $zone_city }时间。
next-pay-you = 您须在{ $day }前（含当日）付款。
next-pay-held = 款项会在{ $day }前（含当日）从本订单冻结的货款中扣除。
next-pay-held-part = 在{ $day }前（含当日），从本订单冻结的货款中扣除{ $held }，其余{ $rest }由{ $payer }支付。
next-pay-held-part-you = 在{ $day }前（含当日），从本订单冻结的货款中扣除{ $held }，其余{ $rest }由您支付。
can-still-appeal = { $party }仍可申诉并提交{ $evidence }。截止日期为{ $day }（含当日）。
can-still-appeal-you = 您仍可申诉并提交{ $evidence }。截止日期为{ $day }（含当日）。
asked = 已请{ $party }说明情况，{ $party }可以答复。
asked-answered = 已请{ $party }说明情况，{ $party }于{ $day }答复。
asked-silent = 已请{ $party }说明情况，到{ $day }仍未答复。
asked-you = 已请您说明情况，您可以答复。
asked-answered-you = 已请您说明情况，您于{ $day }作了答复。
asked-silent-you = 已请您说明情况，到{ $day }没有收到您的答复。
heading-meaning-decided = 经办人员须知
change-other = 单凭一份新记录不会改变结果，除非它与提交人自己的记录矛盾。几处同时改变则有可能。

# 订单中的商品
line-titled = “{ $title }”
line-untitled = 订单第{ $number }项商品
line-units = { $units ->
    [1] { $line }
   *[other] { $line }共{ $units }件
}
line-some = { $line }{ $claimed }件中的{ $units }件
and-line = { $first }、{ $second }
and-lines = { $first }以及另外{ $lines }项
for-parts = { $subject }：{ $statement }
more-groups = 另有{ $groups }组商品没有在此说明：{ $subject }。详情见决定文件。
record-item = 订单商品，{ $line }：单价{ $price }，订购{ $ordered }件，申请{ $claimed }件
record-item-unpriced = 订单商品，{ $line }：订购{ $ordered }件，申请{ $claimed }件
record-statement-claim = { $by }的陈述：{ $claim }
record-statement-own = { $by }的陈述：{ $says }
record-statement-plain = { $by }的陈述
record-message-own = 消息：{ $says }
record-context-own = 当时情况：{ $says }
record-declared = { $kind }
both = { $first }{ $second }
record-lines = 订单中另外{ $lines }项商品

# 有多种答案的问题，以及记录已能说明的问题
had-to-make-clear = 应由{ $party }说明清楚。
nobody-shows = 现有记录已能说明，谁都不用举证。
needed-together = 其中至少{ $count }项同时具备才有效。
fact-on-record = 事实
standard-ordinary-own = 证据至少达到“{ $least }”，并且强于支持其他答案的证据，才算证实。
standard-ordinary-own-lead = 证据至少达到“{ $least }”，并且比支持其他答案的证据强{ $steps }级，才算证实。
short-of-all-own = 没有有效的证据支持任何一个答案。
short-of-least-own = 支持一个答案的证据，最强的是“{ $best }”，至少要“{ $least }”。
short-of-other-own = 支持一个答案的证据，最强的是“{ $best }”，支持另一个的最强是“{ $other }”，领先不够。
facts-on-record = 这可从现有记录得出。
found-unclear = 哪种答案都没有证实。这本应由{ $party }说明清楚，所以结论对{ $party }不利。
found-on-record = 现有记录说明：{ $statement }
found-otherwise = 没有相反的记录，因此以此为准：{ $statement }
found-at-odds = 记录指向不同的答案。没有明确答案时，以此为准：{ $statement }
found-unraised = 没有人提出这个问题，因此不作结论：{ $statement }

# 前提条件、多项商品和多项申请
gate-refused = 前提条件不符，所以没有需要支付的款项。{ $reason }
gate-refused-nothing = 前提条件不符，所以不作处理。{ $reason }
reason-gate = 前提条件不符，所以由人工决定。{ $reason }
reason-parts = 不清楚申请涉及订单中的哪些商品。
reason-prior = 本案更早的一项申请还没有处理完，其金额要在这里扣除。
other-claims = 本信只涉及一项申请：{ $claim }（{ $day }提交）。{ $claims ->
    [1] 本案的另一项申请另行发信。
   *[other] 本案的另外{ $claims }项申请另行发信。
}

# 再谈金额
term-item_price = 所申请商品的价款
term-item_unit_price = 单价
term-item_quantity = 订购件数
term-item_claimed = 申请件数
term-parameter = 规则规定（条款{ $clause }）
term-field = 取自记录：{ $kind }
term-field-named = 取自记录：{ $field }
term-number = 固定数值
money-of = { $label }（{ $head }）
money-times = { $subject }：{ $count } × { $amount }
money-formula = 计算方法：{ $formula }
money-formula-parts = { $subject }的计算方法：{ $formula }
money-note-of = 关于{ $head }：{ $note }
formula-value = { $value }
formula-plus = { $left } + { $right }
formula-minus = { $left } − { $right }
formula-times = { $left } × { $right }
formula-over = { $left } ÷ { $right }
formula-brackets = （{ $inner }）
formula-list = { $left }；{ $right }
formula-min = 取较小值（{ $values }）
formula-max = 取较大值（{ $values }）
formula-round-up = 向上取整（{ $values }）
formula-round-down = 向下取整（{ $values }）
formula-business-days = 其间的工作日天数（{ $values }）
money-prior = 本案另一项申请（{ $claim }）已为同一损失付给{ $payee }{ $amount }。
money-prior-deducted = 本案另一项申请（{ $claim }）已为同一损失付给{ $payee }{ $amount }，这里已扣除。
money-total-several = 整个订单共{ $total }。本决定涉及：{ $head }。
result-no-measure = 那样的话，就不会有这一结果：{ $statement }
result-pays-too = 此外，{ $payer }须向{ $payee }支付{ $amount }。
more-sums = 另外{ $groups }组，{ $subject }
value-unknown = 未知
money-parts = 不清楚申请涉及哪些商品，所以暂时无法计算。
money-rounded = 精确金额不是最小货币单位的整数倍，已按“四舍六入五成双”取整。

# 期限和后续
business-day = { $day }之后的第{ $count }个工作日
business-days = { $days }个工作日
respond-then-business = 决定作出后，您可以在{ $days }个工作日内申诉。
next-person-later = 此后，工作人员在{ $span }内作出决定。
evidence-or = { $first }，或者{ $second }
kinds-or = { $first }或{ $second }
evidence-as = { $evidence }（{ $kinds }）
next-any-of = 请{ $party }提交的几种证据，有一种即可，注明必须提交的除外。
next-any-of-you = 请您提交的几种证据，有一种即可，注明必须提交的除外。
next-ask-lines = 请{ $party }在{ $day }前（含当日）说明，申请涉及订单中的哪些商品。
next-ask-lines-you = 请您在{ $day }前（含当日）说明，申请涉及订单中的哪些商品。
means-asked-field = 请在{ $day }前（含当日）补全{ $kind }中缺少的内容。
agent-evidence-field = 还须由{ $party }补全：{ $kind }中缺少的内容。
agent-evidence-lines = 还须由{ $party }说明：申请涉及订单中的哪些商品。
means-asked-lines = 请在{ $day }前（含当日）说明，申请涉及订单中的哪些商品。
next-sequel = { $party }还可以在{ $day }前（含当日）提交{ $kind }。
next-sequel-you = 您还可以在{ $day }前（含当日）提交{ $kind }。
next-sequel-later = { $party }还可以在决定作出后{ $span }内提交{ $kind }。
next-sequel-later-you = 您还可以在决定作出后{ $span }内提交{ $kind }。
measure-lasts = { $statement }有效期至{ $day }。
measure-would-last = { $statement }自决定之日起为期{ $span }。
may-send = 您还可以提交{ $kind }，但这不是必需的。
kind-reading = 对文件或照片的解读
kind-notice = 通知
kind-context = 当天情况的记录
kind-history = 以往的案件
kind-item = 订单中的商品

# 前提条件，以及不需要查明的事项
gate = 前提条件
gate-fact = { $name }：{ $value }。条件要求：{ $required }。
gate-fact-record = 记录为{ $value }。条件要求：{ $required }。
gate-fact-none = 没有这类记录：{ $kind }。
gate-fact-nothing = 没有符合这一条件的记录。
gate-not-met = 不符合这一条件，所以没有需要支付的款项。
gate-not-met-nothing = 不符合这一条件，所以不作处理。
gate-not-met-person = 不符合这一条件，所以由人工决定。
needed-most = 不超过{ $limit }
needed-least = 不少于{ $limit }
needed-more = 超过{ $limit }
needed-less = 少于{ $limit }
needed-between = { $low }至{ $high }
needed-known = 有明确记录
needed-unknown = 没有记录
value-known = 有记录
value-withheld = 此处不公开
near-gate = 如果“{ $name }”是{ $required }，而不是{ $value }，结果会不同。
near-gate-record = 如果{ $ref }“{ $name }”记录的是{ $required }，而不是{ $value }，结果会不同。
question-not-needed = 前提条件不符，所以不需要回答这个问题。
effect-not-needed = 作出决定时不需要它。
field-minutes_after_placed = 下单后的时间
field-minutes_after_accepted = 承运方揽收后的时间
field-minutes_after_delivered = 最后一次签收扫描后的时间
field-minutes_after_claim = 提出申请后的时间
field-minutes_late = 比约定时间晚了多久
field-minutes_to_answer = 多久后答复
field-distance_m = 与地址的距离

# 上限，以及少于申请的数额
limit-parameter = 规则规定，条款{ $clause }
limit-field = 记录“{ $kind }”中的数额
limit-fixed = 规则中的固定金额
money-limit = 上限
money-limit-named = 上限：{ $limit }
money-limit-formula = 上限的计算方法：{ $formula } = { $limit }
money-cap = 算得{ $before }，超过上限{ $limit }，所以减到上限。
money-cap-of = 最多给付{ $limit }，所以金额已减少。
money-cap-of-named = 最多给付{ $limit }（{ $name }），所以金额已减少。
money-cap-used = 上限{ $limit }中，{ $used }此前已经给付。所以算得的{ $before }减到剩余的{ $left }。
formula-is = { $left } = { $right }
less-than-claimed = 您申请{ $claimed }，可得{ $amount }，原因是：{ $reason }。
less-than-claimed-open = 您申请{ $claimed }，目前可得{ $amount }，原因是：{ $reason }。
less-and = { $first }；{ $second }
less-open = 其余部分还没有定下来
less-limit = 最多只能给付{ $limit }
less-limit-named = 最多只能给付{ $limit }（{ $name }）
less-paid = 退还的金额不能超过为这笔订单支付的金额
less-gate = { $subject }不符合前提条件
less-nothing = { $subject }没有需要支付的款项
less-already = 此前已经给付{ $amount }
less-computed = 按规则和记录算得的就是这个数额
reason-missing_amount-named = 缺少以下数据，无法算出金额：{ $names }。
reason-missing_amount-currencies = 各项数额的币种不同，无法算出金额。
reason-gap-bearer = 没有规则说明这笔款项由谁承担。

# 3 各方的说法
heading-said = 各方的说法和请求
said-claim-amount = { $claim }，申请{ $amount }
said-claim = 申请事由：{ $claim }
said-dated = { $what }。{ $quote }
said-sent = 已提交证据：{ $refs }
said-nothing = 这一方没有任何记录。

# 6 您的理由
heading-points = 逐条答复您的理由
point-accepted = 已采纳（{ $refs }）。它支持认定的结论：{ $statement }
point-outweighed = 已考虑（{ $refs }）。它支持：{ $statement }相反的证据更强。
point-not-enough = 已考虑（{ $refs }）。它支持：{ $statement }但不足以证实。
point-set-aside = 未计入（{ $refs }）。{ $reason }
even-if-same = 即使它足以证实，结果也一样。
even-if-other = 如果它足以证实，结果会不同。

# 7 差一点适用的规则
heading-nearly = 让位的规则和差一点适用的规则
gave-way = 这条规则也符合，但另一条优先。
near-miss = 如果{ $ref }的“{ $name }”是{ $required }，而不是{ $value }，结果会不同。

# 法律要求告知的内容：见 arbiter/report/profiles。只用于措施和由程序作出的结果。
profile-ground = 该措施依据规则第{ $clause }条：{ $statement }
profile-lasts = 该措施的期限为{ $span }。
profile-scope-open = 该措施不限于某一个国家，也没有设定终止日期。
profile-scope-lasts = 该措施不限于某一个国家，期限为{ $span }。
profile-fully = 这是程序按规则作出的决定，没有人工参与。
profile-partially = 程序按规则提出了建议，由工作人员决定。
profile-not-automated = 这由工作人员决定，程序没有提出建议。
profile-detected = 起作用的证据中有由程序读取的内容。
profile-not-detected = 程序没有主动查找此事：它由一方的申请提出。
profile-before = 在措施生效之前，先向您说明这些理由。
profile-dsa-appeal = 对该措施本身，投诉的期限更长：自措施作出之日起{ $span }内，您都可以免费投诉。投诉由具备资格的工作人员处理，不会只由程序处理。
profile-dsa-redress = 您也可以向经认证的庭外争议解决机构或法院寻求解决。
profile-gdpr-data = 对结果起作用的记录：{ $refs }。证据表说明每条记录的来源、所表明的内容和所起的作用。
profile-gdpr-none = 没有哪条记录单独决定结果：结果取决于谁应当证明什么。
profile-gdpr-principle = 对每个问题，比较双方证据的强度。如果都没有得到证明，则由应当举证的一方承担不利结果。
profile-gdpr-change = 本函有一节说明：其他数据是否会带来不同的结果，是哪些数据。
profile-gdpr-person = 您可以要求由工作人员审查此案，陈述自己的意见，并对结果提出异议。
profile-work-person = 该措施只由人作出决定。
profile-work-contact = 您可以与以下联系人讨论事实和理由：{ $text }
profile-work-review = 如果您要求复核，工作人员会在两周内书面答复。
profile-p2b-complaint = 您可以免费向{ $platform }投诉，从您的角度说明事实。
profile-p2b-mediators = { $platform }愿意在以下调解人的协助下解决争议：{ $text }
profile-cn-complaint = 您可以就该措施向{ $platform }申诉。{ $platform }会进行复核，并将处理结果告知您。
profile-cn-person = 如果您的申诉只由程序处理，您可以要求人工判定。
profile-cn-burden = 由{ $party }承担举证责任。
profile-ru-complaint = 在向法院起诉之前，您可以就该措施向{ $platform }投诉。
profile-version = 该措施依据规则的{ $version }版。即使规则以后修改，凭代码{ $code }也能找到这一版本。

# 工单用的简短形式
reply-code = 决定的校验码：{ $decision }
reply-rest = 其余内容见完整的信函。
note-why = 为什么由工作人员决定

# In PDF only
unshown = 本函所用字体中没有的字符，以其 Unicode 编号表示，例如 [U+0000]。
