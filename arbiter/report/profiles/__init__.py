"""Profiles: the fields that a law asks a marketplace to tell, and where a letter has each of them.

One law a file. A profile applies if the policy names it and the verdict holds something that the law is about. It says
"fields for", never more: whether a marketplace keeps a law is not for a program to say.
"""
