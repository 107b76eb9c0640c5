# language: zh-CN
功能: 送错餐品

  场景: 同一趟的两份订单送反了
    假如案件“stories/two-orders-swapped”
    当案件作出决定
    那么平台付给顾客18.50 EUR，款项是dishes，依据规则fund-pays-swap
    并且问题swapped的答案是“是”，有证据证实
    并且对商家的承诺swap-is-not-the-kitchens已兑现
    并且不采取任何处理措施
    并且决定是最终的

  场景: 商家没有证明装的是哪道菜
    假如案件“meal/wrong_items/by-burden”
    当案件作出决定
    那么商家付给顾客12.90 EUR，款项是dishes，依据规则kitchen-packed-wrong
    并且问题packed的答案是“否”，因举证不成
    并且packed应由商家证明
    并且商家的意见已听取
    并且决定是最终的

  场景: 门口扫描的是另一份订单，是否备注由人工决定
    假如案件“meal/wrong_items/referred-scanned”
    当案件作出决定
    那么平台付给顾客18.00 EUR，款项是dishes，依据规则fund-pays-swap
    并且对配送员的处理是备注，依据规则note-wrong-bag
    并且由人工决定，原因之一是note-wrong-bag
    并且对配送员的承诺no-machine-note已兑现
