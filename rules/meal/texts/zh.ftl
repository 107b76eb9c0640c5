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

courier_cancelled = 免除取消订单的扣分
    .exempt = 紧急情况已证实，配送员取消订单不扣分。
    .commend = 配送员在紧急情况中伸出援手，予以表扬。
    .not-shown = 没有证实存在紧急情况的，是否扣分由人工决定。
    .no-machine-points = 系统不会自动给配送员扣分，扣分只能由人工决定。
