policy_title = Основа
role_buyer = покупатель
role_seller = продавец
role_carrier = перевозчик
role_platform = площадка
