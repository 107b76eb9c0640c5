"""Words that turn what a phrase says: negations, doubts, reports and requests, irony; per language.

Owns lists, no rules: how they are used stands in `arbiter.facts.lexicon`. They are lists and not grammar, so they are
generous: a word too many makes a reading abstain, a word too few makes it wrong. Words are as `normal` writes them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from re import compile as pattern


@dataclass(frozen=True, slots=True)
class Cues:
    """The cues of one language; of Chinese they are found as substrings, else as whole words."""

    negations: frozenset[str]
    """What denies what follows it."""
    answers: frozenset[str]
    """Negations that, as the first word, answer somebody and deny nothing themselves."""
    links: frozenset[str]
    """What begins a new clause, where a negation before it ends. Also words that only look like a negation."""
    doubts: frozenset[str]
    """What makes a whole sentence no assertion: conditions, doubts, beliefs, mockery."""
    leads: frozenset[str]
    """What makes all that follows no assertion of the writer's: reports, requests, plans."""
    openers: frozenset[str]
    """What makes a sentence a question if it begins with it."""
    near: int
    """Over how many words a negation reaches, even from another clause."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


CUES: Mapping[str, Cues] = {
    "en": Cues(
        _set(
            "not never no without nobody nothing none neither nor nowhere hardly barely scarcely failed forgot refused"
        ),
        _set("no"),
        _set("so but because and therefore then hence"),
        _set(
            "if unless whether maybe perhaps might supposedly allegedly apparently presumably probably possibly seems"
            " seemingly seem pretend pretended pretends think guess believe suppose supposed assume assumed doubt wish"
            " hope hopefully unsure sure yeah false untrue lie lies lied lying liar joke joking kidding imagine almost"
            " nearly instead wrong"
        ),
        _set(
            "please could would should can may will ill shall must let lets want wants wanted need needs ask asks asked"
            " asking tell tells told telling say says said saying claim claims claimed claiming write writes wrote"
            " promise promises promised according going gonna try trying tried swear swears swore insist insists"
            " insisted states stated argues argued reads reported reports supposing"
        ),
        _set(
            "did do does is are was were have has had why where when who whom whose what which how can could would"
            " should will shall may isnt arent"
        ),
        3,
    ),
    "ru": Cues(
        _set("не нет ни без никогда никто никого никому ничего ничто нигде никуда никак нельзя забыл забыла забыли"),
        _set("нет"),
        _set("поэтому но и а потому значит однако зато"),
        _set(
            "если ли бы б якобы может возможно вероятно наверное наверно кажется будто вроде похоже думаю считаю"
            " полагаю неправда ложь вранье врет врете врут вру соврал обман шутка шучу надеюсь разве неужели допустим"
            " ага конечно типа прям прямо почти едва чуть вместо дескать мол сомневаюсь видимо"
        ),
        _set(
            "пожалуйста прошу просил просила просили попросил попросила попросили надо нужно должен должна должны"
            " сказал сказала сказали сказано говорит говорят говорил говорила говорили пишет пишут написал написала"
            " написали написано утверждает утверждают утверждал обещал обещала обещали обещает можно можете могли мог"
            " хотел хотела хочу буду будет будем чтобы пусть пускай давайте заявил заявила заявляет уверяет уверяют"
            " отвечает ответил ответили клянется"
        ),
        _set("где когда почему зачем кто как сколько куда какой что чем"),
        3,
    ),
    "zh": Cues(
        _set("不 没 未 无 别 勿 莫 非"),
        frozenset(),
        _set("所以 因此 于是 只好 就 但 因为 不好意思 对不起 不过 特别 别人 没问题 差不多 无论 不久"),
        _set(
            "如果 要是 假如 假装 可能 也许 大概 好像 据说 所谓 似乎 难道 是否 是不是 有没有 吗 呢 吧 谎 骗 才怪 以为"
            " 觉得 怀疑 应该 差点 假的 怎么 为什么 哪 谁 什么"
        ),
        _set("请 麻烦 说 称 要求 希望 想 能 可以 让 会 要 打算 准备 承诺 答应 写"),
        frozenset(),
        1,
    ),
}

IRONY = pattern(
    r"[🙄🤡😏🤣😂🤥🙃]|\byeah,? right\b|\blol\b|\blmao\b|\bhaha|(?<!\S)/s(?!\S)|\bsarcas|\bnot!|\bха-?ха|аха-?ха"
    r"|\bну да\b|сарказм|呵呵|哈哈|嘿嘿"
)
"""Marks of mockery anywhere in a message: then none of it is taken at its word."""
