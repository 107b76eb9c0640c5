policy_title = Parcels of a Brazilian marketplace
