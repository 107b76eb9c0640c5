policy_title = Hire of tools between hirer and lender

role_buyer = the hirer
    .cap = The hirer
    .bare = hirer
role_seller = the lender
    .cap = The lender
    .bare = lender

kind_condition_report = the condition report
kind_repair_bill = the bill of the repair

# Signals: what a record shows, and how it is called while it is missing.
lender_says_broken = The lender says that the tool came back broken.
    .missing = a statement of the lender that the tool came back broken
report_broken = The report of { $report_broken__at } says that the tool came back broken.
    .missing = a report that the tool came back broken
signed_broken = The hirer signed on { $signed_broken__at } that the tool came back broken.
    .missing = a report of a broken tool that the hirer signed
photo_broken = An employee of the platform saw the broken tool in a picture.
    .missing = a picture of the broken tool
report_whole = The report of { $report_whole__at } says that the tool came back in order.
    .missing = a report that the tool came back in order
says_came_broken = The hirer says that the tool was broken from the start.
    .missing = a statement of the hirer that the tool was broken from the start
went_out_broken = The report of { $went_out_broken__at } says that the tool was broken when it was handed out.
    .missing = a report that the tool was broken when it was handed out
signed_whole = The hirer signed on { $signed_whole__at } that the tool was in order.
    .missing = a report from the hand-out, signed by the hirer, that the tool was in order

broken = Was the tool broken when it came back?
    .yes = The tool was broken when it came back.
    .no = It is not shown that the tool came back broken.
    .no-shown = The tool came back in order.

came_broken = Was the tool broken already when the hirer got it?
    .yes = The tool was broken before the hirer got it.
    .no = It is not shown that the tool was broken before.
    .no-shown = The tool was in order when the hirer got it.
    .no-report = The lender was asked for its condition report and did not answer.

repair = the cost of the repair
    .pay-repair = The tool broke during the hire, so the repair must be paid.
    .nothing-owed = The tool did not break during the hire, so nothing is owed.
    .hirer-pays = The tool broke during the hire, so the hirer pays.

broken_return = Tool returned broken
    .large = A person decides every claim of { $human_from } or more.
    .old-damage-is-free = Who got a tool that was broken does not pay for its repair.
