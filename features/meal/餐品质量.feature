# language: zh-CN
功能: 餐品不合要求

  场景: 嫌菜太淡，而下单时备注了不要辣
    假如案件“stories/too-bland”
    当案件作出决定
    那么dishes谁都不用付款，依据规则as-ordered
    并且问题as_asked的答案是mild，有证据证实
    并且对商家的承诺cooked-as-asked已兑现
    并且顾客的意见已听取
    并且决定是最终的

  场景: 照片上的菜烧焦了
    假如案件“meal/quality/auto”
    当案件作出决定
    那么商家付给顾客11.50 EUR，款项是dishes，依据规则kitchen-pays-poor
    并且问题poor的答案是“是”，有证据证实
    并且决定是最终的

  场景: 只有顾客自己的说法
    假如案件“meal/quality/by-burden”
    当案件作出决定
    那么dishes谁都不用付款，依据规则not-poor
    并且问题poor的答案是“否”，因举证不成
    并且poor应由顾客证明
    并且决定是最终的

  场景: 大额订单由人工决定
    假如案件“meal/quality/referred-catering”
    当案件作出决定
    那么商家付给顾客310.00 EUR，款项是dishes，依据规则kitchen-pays-poor
    并且由人工决定，原因之一是large
