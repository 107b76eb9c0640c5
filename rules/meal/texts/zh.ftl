policy_title = 外卖规则：顾客、商家与配送员

role_buyer = 顾客
role_seller = 商家

some_emergency = 紧急情况

hospital_note = 平台工作人员核对了一份医院证明。
    .missing = 医院证明
at_hospital = 配送应用显示，{ $at_hospital__at }配送员在医院。
    .missing = 配送应用中显示配送员在医院的记录
says_emergency = 配送员称，因紧急情况才取消订单。
    .missing = 配送员说明遇到紧急情况的陈述

emergency = 配送员是因为紧急情况才取消配送的吗？
    .yes = 配送员因为紧急情况取消了配送。
    .no = 没有证实存在紧急情况。

courier_cancelled = 对取消订单扣分的申诉
    .exempt = 紧急情况已证实，配送员取消订单不扣分，该订单的评价也不计入。
    .commend = 配送员在紧急情况中伸出援手，予以表扬。
    .not-shown = 没有证实存在紧急情况的，是否扣分由人工决定。
    .no-machine-points = 系统不会自动给配送员扣分，扣分只能由人工决定。

# 送达过晚。
kind_delivery_timeline = 配送时间记录

says_late = 顾客称餐食送得太晚。
    .missing = 顾客关于餐食送得太晚的陈述
timeline_late = 按时间记录，餐食晚到{ $timeline_late__counted_minutes }分钟，其中不含在顾客门口等候的{ $timeline_late__customer_minutes }分钟。{ $late_from }分钟以内属于正常。
    .missing = 显示餐食送得太晚的时间记录
    .otherwise = 如果餐食晚到不超过{ $late_from }分钟，结果会不同。
timeline_on_time = 按时间记录，不算在顾客门口的等候，餐食晚到不超过{ $late_from }分钟。
    .missing = 显示餐食按时送达的时间记录
    .otherwise = 如果餐食晚到超过{ $late_from }分钟，结果会不同。
seen_later = 平台工作人员在顾客的照片中看到，餐食送到的时间比记录的更晚。
    .missing = 从门口拍摄、带日期时间、能看出实际送达时间的照片
kitchen_slowest = 时间记录：商家{ $kitchen_slowest__kitchen_minutes }分钟，路上{ $kitchen_slowest__courier_minutes }分钟，寻找配送员{ $kitchen_slowest__platform_minutes }分钟，系统故障{ $kitchen_slowest__outage_minutes }分钟。
    .missing = 显示延误主要在商家的时间记录
    .otherwise = 如果其他环节花的时间更多，结果会不同。
courier_slowest = 时间记录：商家{ $courier_slowest__kitchen_minutes }分钟，路上{ $courier_slowest__courier_minutes }分钟，寻找配送员{ $courier_slowest__platform_minutes }分钟，系统故障{ $courier_slowest__outage_minutes }分钟。
    .missing = 显示延误主要在路上的时间记录
    .otherwise = 如果其他环节花的时间更多，结果会不同。
platform_slowest = 时间记录：商家{ $platform_slowest__kitchen_minutes }分钟，路上{ $platform_slowest__courier_minutes }分钟，寻找配送员{ $platform_slowest__platform_minutes }分钟，系统故障{ $platform_slowest__outage_minutes }分钟。
    .missing = 显示延误主要在寻找配送员的时间记录
    .otherwise = 如果其他环节花的时间更多，结果会不同。
outage_longest = 时间记录：商家{ $outage_longest__kitchen_minutes }分钟，路上{ $outage_longest__courier_minutes }分钟，寻找配送员{ $outage_longest__platform_minutes }分钟，系统故障{ $outage_longest__outage_minutes }分钟。
    .missing = 显示延误主要因系统故障的时间记录
    .otherwise = 如果其他环节花的时间更多，结果会不同。
ready_on_time = 平台工作人员在商家的照片中看到，餐食已按时备好。
    .missing = 商家拍摄、带日期时间、能看出餐食按时备好的照片
way_far_too_long = 配送员的路程比计划多用{ $way_far_too_long__minutes_over_plan }分钟。上限是{ $courier_note_from }分钟。
    .missing = 显示路程比计划多用{ $courier_note_from }分钟以上的时间记录
    .otherwise = 如果路程比计划多用不超过{ $courier_note_from }分钟，结果会不同。
way_blocked = 平台工作人员在配送员的照片中看到道路受阻。
    .missing = 能看出道路受阻的照片

late = 不算在顾客门口的等候，餐食送得太晚吗？
    .yes = 餐食送得太晚。
    .no = 餐食按时送达。
delay_by = 延误主要发生在哪里？
    .kitchen = 延误主要发生在商家。
    .courier = 延误主要发生在路上。
    .platform = 延误主要发生在平台寻找配送员时。
    .outage = 延误主要因为平台系统故障。
    .unclear = 延误主要发生在哪里，并不清楚。
special_day = 那天是无法正常配送的日子吗？
    .yes = 那天是节日，或者天气恶劣。
    .no = 那天是普通日子。
    .on-a-feast = 下单当天是节日。
    .in-bad-weather = 天气恶劣。
courier_way = 在普通日子里，配送员的路程用时过长吗？
    .too_long = 在普通日子里，路程用时远超计划，而且没有原因可以解释。
    .blocked = 配送员的道路受阻。
    .unclear = 没有证实配送员本可以更快。

delay = 延误补偿
    .pay-share = 餐食送得太晚，顾客可拿回餐费的{ $late_share }%。
    .pay-larger-share = 餐食晚到超过{ $very_late_from }分钟，顾客可拿回餐费的{ $very_late_share }%。
    .timeline-withheld = 已请平台提交时间记录，但没有收到，顾客可拿回餐费的{ $very_late_share }%。
    .not-late = 餐食按时送达，没有补偿。
    .kitchen-pays = 延误主要发生在商家，由商家承担。
    .fund-pays-way = 延误主要发生在路上。配送员从不为餐食付款，由平台基金承担。
    .platform-pays = 平台自身环节用时最多，由平台承担。
    .fund-pays-unclear = 延误主要发生在哪里并不清楚，由平台基金承担。
    .feast-fund-pays = 在这样的日子，商家延误{ $feast_kitchen_from }分钟以内不算过错，由平台基金承担。
delivery_fee = 配送费
    .fee-back = 餐食送得太晚，配送费退还顾客。
    .fee-stays = 餐食按时送达，配送费不退。
    .platform-returns-fee = 配送费由平台收取，也由平台退还。

late_delivery = 餐食送达过晚
    .in-time = 送达过晚的，应在承诺时间后{ $claim_hours }小时内提出。
    .note-for-courier = 在普通日子里路程用时过长。是否记录，由人工决定。
    .special-day-exempts = 节日或恶劣天气里路程较长，从不算配送员的过错。
    .large = { a_person_from }
    .own-minutes-only = 延误主要发生在别处或者不清楚时，商家不承担任何费用。
    .no-machine-note = 系统不会自动记录配送员的延误，只有人工可以。
    .asking-costs-nothing = 系统从不因为顾客提出申请而停用其账户。

# 缺少的菜和送错的菜。
kind_seal_check = 封签检查
kind_bag_weight = 餐袋重量
kind_bag_scan = 门口的餐袋扫描
kind_batch = 同一趟配送的订单清单

says_missing = 顾客称少了一道菜。
    .missing = 顾客关于少了一道菜的陈述
says_wrong = 顾客称送错了菜。
    .missing = 顾客关于送错菜的陈述
photo_missing = 平台工作人员核对了顾客的照片，里面没有这道菜。
    .missing = 餐袋内全部物品的照片
photo_wrong = 平台工作人员在顾客的照片中看到的是另一道菜。
    .missing = 送到的菜的照片
other_label = 平台工作人员在餐袋标签上看到另一份订单的编号。
    .missing = 餐袋标签的照片
signed_statement = 顾客签署了关于收到哪些菜的声明。
    .missing = 关于收到哪些菜、经签署的声明
all_packed = 平台工作人员在商家的打包照片中看到订单的全部菜品。
    .missing = 能看到订单全部菜品的打包照片
not_packed = 平台工作人员看到，商家的打包照片中没有这道菜。
    .missing = 没有这道菜的打包照片
weight_right = 打包后的餐袋重{ $weight_right__measured }克，应重{ $weight_right__expected }克。
    .missing = 符合预期的餐袋重量
    .otherwise = 如果餐袋少了{ $weight_slack }克以上，结果会不同。
weight_short = 打包后的餐袋只重{ $weight_short__measured }克，应重{ $weight_short__expected }克。
    .missing = 过轻的餐袋重量
    .otherwise = 如果餐袋少了不超过{ $weight_slack }克，结果会不同。
seal_intact = { $seal_intact__at }在顾客门口，封签完好。
    .missing = 显示封签在门口完好的检查
seal_broken = { $seal_broken__at }在顾客门口，封签已破损。
    .missing = 显示封签在门口已破损的检查
scanned_right = { $scanned_right__at }在门口扫描的是本订单的标签。
    .missing = 在门口扫描本订单标签的记录
scanned_other = { $scanned_other__at }在门口扫描的是另一份订单的标签。
    .missing = 在门口扫描另一份订单标签的记录
both_wrong = 同一趟的另一位顾客也收到了别人的订单。
    .missing = 同一趟的另一位顾客也收到别人订单的报告

item_missing = 餐袋送到顾客手中时，少了这道菜吗？
    .yes = 少了这道菜。
    .no = 这道菜没有少。
    .many-claims = 鉴于以往的申请，仅凭陈述不够。少了什么，应由顾客证明。
    .picture-withheld = 已请商家提交打包照片，但没有答复。这时单凭重量不算数。
item_wrong = 送错菜了吗？
    .yes = 送错了菜。
    .no = 送的是所点的菜。
    .many-claims = 鉴于以往的申请，仅凭陈述不够。送来的是什么，应由顾客证明。
packed = 商家打包了所点的菜吗？
    .yes = 商家打包了所点的菜。
    .no = 商家没有打包所点的菜。
    .picture-withheld = 已请商家提交打包照片，但没有答复。这时单凭重量不算数。
    .several-orders = 这一趟有多份订单，因此商家不必证明打包了什么。
    .long-on-the-way = 路程用时超过计划的{ $long_way_share }%，因此商家不必证明打包了什么。
swapped = 同一趟的两份订单在门口弄混了吗？
    .yes = 同一趟的两份订单弄混了。
    .no = 没有弄混订单。
bag_given = 门口的扫描显示的是哪个餐袋？
    .other_bag = 门口扫描的是另一份订单的餐袋。
    .own_bag = 门口扫描的餐袋是对的。
    .unclear = 没有扫描显示交付了别人的餐袋。

dishes = 菜品价款
    .refund-missing = 少了这道菜，其价款退还顾客。
    .all-there = 没有证实少了这道菜，不予退款。
    .kitchen-left-out = 没有任何证据表明这道菜离开了商家，由商家承担。
    .kitchen-did-not-pack = 已证实商家没有打包这道菜，由商家承担。
    .fund-pays-missing = 视为这道菜已离开商家，由平台基金承担。
    .refund-wrong = 送错了菜，所点菜品的价款退还顾客。
    .right-dish = 没有证实送错了菜，不予退款。
    .kitchen-packed-wrong = 没有任何证据表明所点的菜离开了商家，由商家承担。
    .kitchen-packed-other = 已证实商家没有打包所点的菜，由商家承担。
    .fund-pays-swap = 订单在离开商家之后弄混，由平台基金承担。
    .fund-pays-wrong = 视为商家打包了所点的菜，由平台基金承担。
    .refund-dish = 这道菜无法食用或与菜单不符，退还全部价款。
    .refund-part = 这道菜有问题，退还价款的{ $part_refund }%。
    .not-poor = 没有证实这道菜有问题，不予退款。
    .as-ordered = 这道菜是按顾客的要求做的，不予退款。
    .kitchen-pays-poor = 问题已证实，由商家承担。
    .cold-on-the-way = 这道菜因路程过长或多单配送而变凉，由平台基金承担。

missing_items = 订单少了菜
    .in-time = 少了菜的，应在承诺时间后{ $claim_hours }小时内提出。
    .many-claims-need-a-look = 需要更多证据而没有收到时，系统不会自动拒绝，由人工查看。
    .large = { a_person_from }
    .packed-is-packed = 视为已打包的菜，商家不承担费用。
    .no-machine-points = 系统不会自动给配送员扣分，只有人工可以。
    .asking-costs-nothing = 系统从不因为顾客提出申请而停用其账户。

wrong_items = 送错了菜
    .in-time = 送错菜的，应在承诺时间后{ $claim_hours }小时内提出。
    .note-wrong-bag = 门口扫描的是另一份订单的标签。是否记录，由人工决定。
    .other-bag-scanned = 门口的扫描对配送员意味着什么，由人工判断。
    .many-claims-need-a-look = 需要更多证据而没有收到时，系统不会自动拒绝，由人工查看。
    .large = { a_person_from }
    .swap-is-not-the-kitchens = 两份订单在途中弄混时，商家不承担费用。
    .no-machine-note = 系统不会自动给配送员留下任何记录，只有人工可以。
    .asking-costs-nothing = 系统从不因为顾客提出申请而停用其账户。

# 品质。
kind_order_note = 订单备注
kind_complaint = 顾客的意见
kind_dish_day = 这道菜当天的记录

says_poor = 顾客称这道菜有问题。
    .missing = 顾客关于这道菜有问题的陈述
says_bland = 顾客称这道菜太淡。
    .missing = 关于菜太淡的意见
says_cold = 顾客称这道菜是凉的。
    .missing = 关于菜凉了的意见
says_burnt = 顾客称这道菜烧焦了。
    .missing = 关于菜烧焦的意见
says_raw = 顾客称这道菜没有熟透。
    .missing = 关于菜没有熟透的意见
says_small = 顾客称这道菜分量太少。
    .missing = 关于分量太少的意见
says_different = 顾客称这道菜与菜单不符。
    .missing = 关于菜与菜单不符的意见
photo_poor = 平台工作人员在顾客的照片中看到了问题。
    .missing = 能看出问题的照片
others_complained = 当天这道菜售出{ $others_complained__sold }份，收到{ $others_complained__complaints }次投诉。
    .missing = 其他顾客对同一道菜的投诉
    .otherwise = 如果当天这道菜的投诉少于{ $others_from }次，结果会不同。
dish_was_fine = 平台工作人员在商家的照片中看到这道菜没有问题。
    .missing = 商家拍摄、显示这道菜没有问题的照片

poor = 这道菜有问题吗？
    .yes = 这道菜有问题。
    .no = 这道菜没有问题。
as_asked = 顾客不满的，正是订单备注所要求的吗？
    .mild = 顾客嫌菜太淡，而订单备注要求不放辣、不放盐或不放酱。
    .well_done = 顾客嫌菜烧焦，而订单备注要求做得熟透一些。
    .small = 顾客嫌分量少，而订单备注要求小份。
    .not_asked = 订单备注没有提出这样的要求。
    .bland-on-request = 订单备注要求口味清淡。
    .dark-on-request = 订单备注要求做得熟透一些。
    .small-on-request = 订单备注要求小份。

quality = 菜品有问题
    .in-time = 菜品有问题的，应在承诺时间后{ $claim_hours }小时内提出。
    .large = { a_person_from }
    .cooked-as-asked = 按顾客要求做的菜，商家不承担费用。
    .no-machine-points = 系统不会自动给配送员扣分，只有人工可以。
    .asking-costs-nothing = 系统从不因为顾客提出申请而停用其账户。

# 商家无法提供的订单。
kind_kitchen_cancel = 商家的取消记录
kind_occasion = 订餐要赶的特别日子
kind_substitute_bill = 替代品的账单
    .cost = 替代品价格

says_not_supplied = 顾客称商家没有履行订单。
    .missing = 顾客关于商家没有履行订单的陈述
kitchen_took_back = 商家于{ $kitchen_took_back__at }取消了订单。
    .missing = 商家的取消记录
was_handed_over = 订单于{ $was_handed_over__at }交付。
    .missing = 交付凭证
beyond_control = 平台工作人员核对了一份文件，文件显示商家对此无能为力。
    .missing = 显示商家无能为力的文件，例如停电通知

supplied = 商家履行订单了吗？
    .yes = 商家履行了订单。
    .no = 商家没有履行订单。
unavoidable = 商家对此无能为力吗？
    .yes = 商家对此无能为力。
    .no = 商家本可以避免。
bought_elsewhere = 有在别处购买的账单吗？
    .yes = 有在别处购买的账单。
    .no = 还没有在别处购买的账单。
    .bill-is-here = 顾客于{ $substitute_bill__bought_at }以{ $substitute_bill__cost }购买了替代品。
day_is_near = 订餐要赶的特别日子临近了吗？
    .yes = 离那个特别的日子不到{ $urgent_hours }小时。
    .no = 没有特别的日子临近。
    .within-hours = 这份订单是为{ $occasion__on }订的。

whole_order = 订单全款
    .refund-all = 商家没有履行订单，顾客所付的全部款项予以退还。
    .was-supplied = 商家已履行订单，不予退款。
    .kitchen-returns-all = 商家接了单却没有履行，由商家退款。
    .refund-unsafe = 没有证实餐食安全，顾客所付的全部款项予以退还。
    .was-safe = 餐食安全，不予退款。
    .kitchen-pays-unsafe = 商家对所做的餐食负责，由商家承担。
    .refund-undelivered = 餐食没有送到顾客手中，顾客所付的全部款项予以退还。
    .came = 餐食已送到顾客手中，不予退款。
    .fund-pays-undelivered = 商家已备好餐食，由平台基金承担。
    .kitchen-never-cooked = 没有证实商家备好了餐食，由商家退款。
substitute = 替代品的差价
    .find-another = 平台帮助寻找替代品。如果更贵，顾客可提交账单，差价最多补到原价的{ $substitute_most }%。
    .find-another-now = 日子临近，工作人员当天会致电顾客，帮助寻找替代品。如果更贵，顾客可提交账单，差价最多补到原价的{ $substitute_most }%。
    .extra-cost = 替代品更贵，差价予以支付，最多为原价的{ $substitute_most }%。
    .no-substitute = 商家已履行订单，不支付替代品的差价。
    .kitchen-pays-extra = 没有证实商家无能为力，差价由商家承担。
    .fund-pays-extra = 商家对此无能为力，差价由平台基金承担。
    .find-another-then = 如果替代品更贵，需要替代品的账单。
    .find-another-now-then = 如果替代品更贵，需要替代品的账单。

cannot_fulfil = 商家无法履行订单
    .in-time = 商家没有履行订单的，应在承诺时间后{ $claim_hours }小时内提出。
    .large = { a_person_from }
    .not-for-outages = 商家无能为力时，不承担替代品的差价。
    .no-machine-points = 系统不会自动给配送员扣分，只有人工可以。
    .asking-costs-nothing = 系统从不因为顾客提出申请而停用其账户。

# 对其他物品的损害。
kind_damaged_thing = 购买凭证
    .value = 物品价格
kind_cleaning_quote = 清洗报价
    .cost = 清洗报价
kind_cleaning_result = 清洗结果

says_damage = 顾客称餐食弄坏了物品。
    .missing = 顾客关于餐食弄坏物品的陈述
stain_seen = 平台工作人员在顾客的照片中看到了污渍。
    .missing = 污渍的照片
older_stain = 平台工作人员看到，损坏早于这份餐食。
    .missing = 显示损坏早于这份餐食的照片
box_leaked = 平台工作人员在照片中看到餐盒漏了。
    .missing = 漏餐盒的照片
bag_was_tipped = 平台工作人员在照片中看到餐袋曾经翻倒。
    .missing = 翻倒餐袋的照片
box_was_sound = 平台工作人员在商家的照片中看到餐盒完好且已盖紧。
    .missing = 餐盒完好且已盖紧的打包照片
bag_was_clean = 平台工作人员在配送员的照片中看到餐袋在门口是干净的。
    .missing = 显示餐袋在门口干净的照片

stained = 餐食弄坏了顾客的物品吗？
    .yes = 餐食弄坏了顾客的物品。
    .no = 餐食没有弄坏任何物品。
spill_by = 事情是怎么发生的？
    .box = 餐盒漏了。
    .way = 事情发生在路上。
    .customer = 事情发生在交付之后。
    .unclear = 事情怎么发生的，并不清楚。
cleaning_failed = 清洗没有成功吗？
    .yes = 物品清洗过，污渍仍在。
    .no = 没有清洗失败的报告。
    .stain-stayed = 清洗店于{ $cleaning_result__at }说明，污渍仍在。

cleaning = 清洗费
    .clean-first = 物品是餐食弄脏的，先支付清洗费，但不超过物品本身的价格。我们表示歉意。清洗不成功时，顾客可在{ $cleaning_days }天内提交清洗店的说明。
    .cleaned-in-vain = 物品是餐食弄脏的，清洗虽未成功，费用仍予支付。
    .nothing-to-clean = 没有证实餐食在交付前弄坏了物品，不支付清洗费。
    .kitchen-cleans = 餐盒漏了，清洗费由商家承担。
    .fund-cleans = 事情发生在路上。配送员从不为此付款，清洗费由平台基金承担。
    .fund-cleans-unclear = 事情怎么发生的并不清楚，清洗费由平台基金承担。
    .clean-first-then = 如果清洗不成功，清洗结果可以说明。
replacement = 物品赔偿
    .not-replaced-yet = 只有清洗不成功，才赔偿物品。
    .replace = 清洗没有成功，按物品价格扣除清洗费后赔偿。
    .nothing-to-replace = 没有证实餐食在交付前弄坏了物品，不予赔偿。
    .kitchen-replaces = 餐盒漏了，物品由商家赔偿。
    .fund-replaces = 事情发生在路上。配送员从不为此付款，物品由平台基金赔偿。
    .fund-replaces-unclear = 事情怎么发生的并不清楚，物品由平台基金赔偿。

consequential_damage = 餐食造成的损坏
    .in-time = 物品损坏的，应在承诺时间后{ $claim_hours }小时内提出。
    .somebody-hurt = { somebody_hurt }
    .large = { a_person_from }
    .sound-box = 只有餐盒漏了，商家才为损坏付款。
    .no-machine-points = 系统不会自动给配送员扣分，只有人工可以。
    .asking-costs-nothing = 系统从不因为顾客提出申请而停用其账户。

# 配送员的言行。
says_misconduct = 顾客称配送员言行恶劣。
    .missing = 顾客关于配送员言行恶劣的陈述
recording_bad = 平台工作人员核对了录音、录像或消息，其中可见恶劣言行。
    .missing = 能看出恶劣言行的录音、录像或消息
recording_violent = 平台工作人员核对了录音或录像，其中可见配送员动手或以暴力相威胁。
    .missing = 能看出配送员动手或以暴力相威胁的录音或录像
recording_proper = 平台工作人员核对了录音或录像，配送员言行得体。
    .missing = 显示配送员言行得体的录音或录像
courier_answers = 配送员作了说明。
    .missing = 配送员的说明

misconduct = 配送员的言行恶劣吗？
    .yes = 配送员的言行恶劣。
    .no = 配送员的言行得体。

courier_conduct = 对配送员的投诉
    .warn-courier = 恶劣言行有记录为证。是否警告，由人工决定。
    .suspend-courier = 记录显示有暴力行为，建议暂停配送员接单。是否暂停只能由人工决定，须先听取配送员的说明，并书面说明理由。配送员可申请复核，{ $conduct_review_days }天内答复。
    .clear-courier = 记录还了配送员清白，这次投诉不计入。
    .shown-to-a-person = 有记录为证的，由人工在{ $conduct_review_days }天内查看，并先听取配送员的说明。
    .somebody-hurt = { somebody_hurt }
    .silence-is-no-guilt = 配送员不答复，不等于有过错。系统不会自动警告配送员。
    .no-machine-suspension = 系统不会自动暂停配送员接单，只有人工可以。
    .not-the-kitchens = 配送员的言行从不算商家的过错。
    .asking-costs-nothing = 系统从不因为顾客提出申请而停用其账户。

# 健康。
some_illness = 身体不适

says_unsafe = 顾客称餐食危害健康。
    .missing = 顾客关于餐食危害健康的陈述
unsafe_seen = 平台工作人员在顾客的照片中看到餐食不安全。
    .missing = 能看出餐食不安全的照片
doctor_says = 平台工作人员核对了一份医生证明。
    .missing = 医生证明
others_ill = 当天有{ $others_ill__illnesses }位顾客吃了同一道菜后生病。
    .missing = 其他顾客吃了同一道菜后生病的报告
    .otherwise = 如果生病的顾客少于{ $illness_from }位，结果会不同。
lab_found_unsafe = 检验机构认定餐食不安全。
    .missing = 检验机构认定餐食不安全的报告
lab_found_safe = 检验机构认定餐食安全。
    .missing = 检验机构认定餐食安全的报告
hygiene_log = 平台工作人员核对了商家的卫生记录，记录无误。
    .missing = 商家当天的卫生记录

unsafe = 餐食危害健康吗？
    .yes = 餐食危害健康。
    .no = 餐食是安全的。
proven_danger = 这道菜有危险，已经证实了吗？
    .dangerous = 这道菜有危险。
    .cleared = 这道菜是安全的。
    .unclear = 没有证实这道菜有危险。

unsafe_food = 危害健康的餐食
    .always-a-person = 健康问题一律由人工决定。
    .stop-selling = 危险已证实。是否下架，由人工决定。
    .no-machine-closes = 系统不会自动下架商家的菜，只有人工可以。
    .no-machine-points = 系统不会自动给配送员扣分，只有人工可以。
    .asking-costs-nothing = 系统从不因为顾客提出申请而停用其账户。

# 评价。
kind_review = 评价

says_malicious = 商家称这条评价是恶意的。
    .missing = 商家关于恶意评价的陈述
threat_read = 平台工作人员看到一条以差评相威胁的消息。
    .missing = 以差评相威胁的消息
review_borne_out = 平台工作人员在顾客的照片中看到了评价所说的情况。
    .missing = 能证明评价内容的照片

malicious = 这条评价是为了伤害商家或索要钱款吗？
    .yes = 这条评价是为了伤害商家或索要钱款。
    .no = 这条评价说的是实际情况。

malicious_review = 商家认为恶意的评价
    .not-counted = 威胁已证实，这条评价不计入商家评分。
    .a-person-removes = 评价只能由人工删除，而且先听取顾客的意见。
    .review-stays = 系统不会自动删除顾客的评价，也不会因评价警告顾客。
    .asking-is-free = 商家请平台查看评价，不会因此承担任何后果。
    .no-machine-points = 系统不会自动给配送员扣分，只有人工可以。

# 没有送到的餐食。
says_not_received = 顾客称什么也没有收到。
    .missing = 顾客关于什么也没有收到的陈述
app_picked_up = 餐食于{ $app_picked_up__at }交给配送员。
    .missing = 配送应用中餐食交给配送员的记录
app_handed_over = 配送应用显示，餐食于{ $app_handed_over__at }交付。
    .missing = 配送应用中的交付记录
app_elsewhere = { $app_elsewhere__at }的交付记录距地址{ $app_elsewhere__distance_m }米，上限是{ $elsewhere_from }米。
    .missing = 离地址过远的交付记录
    .otherwise = 如果交付地点距地址不超过{ $elsewhere_from }米，结果会不同。
trip_cancelled = 配送于{ $trip_cancelled__at }取消。
    .missing = 配送应用中的取消记录

delivered = 餐食送到顾客手中了吗？
    .yes = 餐食送到了顾客手中。
    .no = 餐食没有送到顾客手中。
food_made = 商家备好了餐食吗？
    .yes = 商家备好了餐食。
    .no = 商家没有备好餐食。

not_received = 没有收到餐食
    .in-time = 没有收到餐食的，应在承诺时间后{ $claim_hours }小时内提出。
    .large = { a_person_from }
    .cooked-is-paid = 商家备好了餐食的，即使没有送到，货款仍归商家。
    .no-machine-points = 系统不会自动给配送员扣分，只有人工可以。
    .asking-costs-nothing = 系统从不因为顾客提出申请而停用其账户。

# 证据列表中，陈述和核对内容的名称。
kind_reading =
    .all_packed = 餐品齐全
    .beyond_control = 商家无法控制的原因
    .clean_at_door = 送到门口时餐袋干净
    .fine_dish = 餐品正常
    .hygiene_in_order = 卫生记录正常
    .injury = 有人受伤
    .lab_safe = 检验结果：餐品安全
    .lab_unsafe = 检验结果：餐品不安全
    .later_arrival = 实际更晚送到
    .leaking_box = 餐盒漏了
    .medical_note = 医生证明
    .misconduct = 不当行为
    .missing_item = 少了餐品
    .not_packed = 有餐品没有装
    .older_stain = 以前就有的污渍
    .other_order_label = 其他订单的标签
    .poor_dish = 餐品质量差
    .proper_conduct = 行为得体
    .ready_on_time = 按时出餐
    .review_borne_out = 评价所说的情况
    .review_threat = 以差评相威胁
    .signed_statement = 签过字的陈述
    .stain = 污渍
    .tipped_bag = 餐袋翻倒
    .unsafe_food = 餐品有异物或变质
    .way_blocked = 道路不通
    .well_packed = 餐品包装完好
    .wrong_item = 餐品不对
