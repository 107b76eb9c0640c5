policy_title = Основа
appeal_effect = Обжалование откладывает платёж.
role_buyer = покупатель
role_seller = продавец
role_carrier = перевозчик
role_platform = площадка
