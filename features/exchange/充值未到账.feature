# language: zh-CN
功能: 充值没有到账

  场景: 链上已确认，账上没有
    假如案件“exchange/deposit_not_credited/auto-exchange-credits”
    当案件作出决定
    那么交易所付给客户412.50 EUR，款项是deposit，依据规则exchange-credits
    并且问题arrived的答案是“是”，有证据证实
    并且问题credited的答案是“否”，因举证不成
    并且如果有booked，决定会不同
    并且不再要求任何人提交材料
    并且决定是最终的

  场景: 公开账本上查不到这笔转账
    假如案件“exchange/deposit_not_credited/auto-not-on-the-network”
    当案件作出决定
    那么deposit谁都不用付款，依据规则not-here
    并且问题arrived的答案是“否”，有证据证实
    并且客户的意见已听取
    并且决定是最终的

  场景: 交易所不出示账本记录
    假如案件“exchange/deposit_not_credited/by-burden-ledger-withheld”
    当案件作出决定
    那么交易所付给客户96.20 EUR，款项是deposit，依据规则exchange-credits
    并且arrived应由交易所证明
    并且问题arrived的答案是“是”，因举证不成
    并且决定是最终的

  场景: 安全组正在核查
    假如案件“exchange/deposit_not_credited/referred-safety-check”
    当案件作出决定
    那么交易所付给客户240.00 EUR，款项是deposit，依据规则exchange-credits
    并且这是交安全组处理的建议，原因是safety-first
    并且对客户的承诺no-machine-block已兑现
