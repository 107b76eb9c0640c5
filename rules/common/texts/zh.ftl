policy_title = 各平台通用规则

# 申诉对应付款项的影响。
appeal_effect = 在期限内申诉的，申诉有结果之前暂停付款。

# 各方。各规则包可以换成自己的称呼。
role_buyer = 买家
role_seller = 卖家
role_carrier = 物流公司
role_courier = 配送员
role_platform = 平台
