policy_title = 包裹规则：买家、卖家与物流公司

# 记录能说明什么。
accepted_scan = 物流公司的扫描记录显示，包裹于{ $accepted_scan__at }揽收。
    .missing = 物流公司的揽收扫描记录
never_received = 物流公司于{ $never_received__at }报告，从未收到这件包裹。
    .missing = 物流公司从未收到包裹的报告
delivered_scan = 物流公司的扫描记录显示，包裹于{ $delivered_scan__at }送达。
    .missing = 物流公司的送达扫描记录
scan_elsewhere = 送达扫描（{ $scan_elsewhere__at }）的位置距收货地址{ $scan_elsewhere__distance_m }米，超过{ $elsewhere_from }米的上限。
    .missing = 距收货地址过远的送达扫描记录
    .otherwise = 如果送达扫描的位置距收货地址不超过{ $elsewhere_from }米，结果会不同。
signed = 包裹于{ $signed__at }由买家或其同住人签收。
    .missing = 买家或其同住人的签名
posting_receipt = 平台工作人员核对了这件包裹的寄件回执。
    .missing = 这件包裹的寄件回执
collection_note = 平台工作人员核对了揽收单，物流公司在上面确认取走了包裹。
    .missing = 物流公司确认取走包裹的揽收单
denies_receipt = 买家称没有收到任何东西。
    .missing = 买家没有收到包裹的陈述

dispatched = 卖家把包裹交给物流公司了吗？
    .yes = 卖家已把包裹交给物流公司。
    .no = 卖家没有把包裹交给物流公司。
    .carrier-silent = 已请物流公司提供物流记录，但没有答复。

delivered = 包裹送到买家手里了吗？
    .yes = 包裹已送到买家手里。
    .no = 包裹没有送到买家手里。
    .custody = 当时包裹由物流公司保管。
    .signature-required = 订单满{ $signature_from }的，只有签名才能证明送达。
    .place-withheld = 已请物流公司说明扫描地点，但没有答复。这时只认签名。

price = 商品价款
    .refund = 没有证实包裹已送达，所以应退款给买家。
    .no-refund = 包裹已送到买家手里，所以不退款。
    .seller-bears = 没有证实物流公司收到了包裹，所以由卖家付款。
    .carrier-bears = 当时包裹由物流公司保管，所以由物流公司付款。
    .platform-bears = 这一金额的订单需要签名，但下单时没有要求签名。所以由平台用自己的资金付款。

not_received = 没有收到包裹
    .large = 申请金额满{ $human_from }的，一律由人工决定。
    .shipped-seller-keeps-price = 只要认定卖家已把包裹交给物流公司，包裹丢失就不由卖家付款。
