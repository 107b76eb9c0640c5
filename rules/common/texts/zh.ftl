policy_title = 各平台通用规则

# 申诉对应付款项的影响。
appeal_effect = 在期限内申诉的，申诉有结果之前暂停付款。

# 各方。各规则包可以换成自己的称呼。
role_buyer = 买家
role_seller = 卖家
role_carrier = 物流公司
role_courier = 配送员
role_platform = 平台

# 各规则包共用的迹象和语句。
older_photo = 平台工作人员核实，照片拍摄于送达之前。
    .missing = 平台核实照片拍摄于送达之前的记录
seen_before = 平台工作人员核实，同一张照片曾用于以前的申请。
    .missing = 平台核实同一张照片曾用于以前申请的记录
checked_photo = 平台工作人员核对了另一张照片，情况相同。这张照片拍摄于送达之后，以前没有用过。
    .missing = 送达之后拍摄、显示同样情况的另一张照片
many_claims = 最近{ $like_claims_days }天内有{ $many_claims__count }次同类申请。仅凭这一点不能说明问题。
    .missing = 表明同类申请有{ $like_claims_from }次或更多的记录
    .otherwise = 如果同类申请少于{ $like_claims_from }次，结果会不同。

a_person_from = 申请金额满{ $human_from }的，一律由人工决定。
somebody_hurt = 有人受伤的，由人工决定。
