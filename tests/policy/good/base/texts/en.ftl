policy_title = What the shop inherits
appeal_effect = An appeal stops the payment.
role_buyer = the buyer
role_seller = the seller
role_carrier = the carrier
role_platform = the platform
