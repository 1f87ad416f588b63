"""One rule a file; each looks at a pair and says what it is, and why, or nothing.

In a tuple the first rule that answers decides. A rule is added by one file, its cases, and its place in a tuple.
"""

from tasks.reconciling.rules.acronym import acronym
from tasks.reconciling.rules.altered_words import altered_words
from tasks.reconciling.rules.first_name_in_article import first_name_in_article
from tasks.reconciling.rules.initial import initial
from tasks.reconciling.rules.later_value import later_value
from tasks.reconciling.rules.middle_name import middle_name
from tasks.reconciling.rules.misspelling import misspelling
from tasks.reconciling.rules.misspelt_in_line import misspelt_in_line
from tasks.reconciling.rules.misspelt_surname import misspelt_surname
from tasks.reconciling.rules.moved_date import moved_date
from tasks.reconciling.rules.other_date import other_date
from tasks.reconciling.rules.other_event import other_event
from tasks.reconciling.rules.other_first_name import other_first_name
from tasks.reconciling.rules.other_holder import other_holder
from tasks.reconciling.rules.other_modality import other_modality
from tasks.reconciling.rules.other_place import other_place
from tasks.reconciling.rules.other_scope import other_scope
from tasks.reconciling.rules.other_speaker import other_speaker
from tasks.reconciling.rules.other_value import other_value
from tasks.reconciling.rules.polity_and_place import polity_and_place
from tasks.reconciling.rules.same_country import same_country
from tasks.reconciling.rules.same_known import same_known
from tasks.reconciling.rules.same_range import same_range
from tasks.reconciling.rules.same_value import same_value
from tasks.reconciling.rules.same_words import same_words
from tasks.reconciling.rules.surname_and_role import surname_and_role
from tasks.reconciling.rules.surname_in_article import surname_in_article
from tasks.reconciling.rules.surname_in_story import surname_in_story
from tasks.reconciling.rules.unspecific import unspecific

NAME_RULES = (
    same_known,
    polity_and_place,
    same_country,
    acronym,
    other_first_name,
    middle_name,
    initial,
    misspelling,
)

# A bare name and a full one: the first rule that finds one person decides; if it finds two, nobody is meant.
BARE_NAME_RULES = (
    surname_in_article,
    first_name_in_article,
    surname_in_story,
    misspelt_surname,
    surname_and_role,
    misspelt_in_line,
)

# A number and the one that replaced it.
UPDATE_RULES = (later_value,)

# Two comparable numbers, of which neither replaced the other.
VALUE_RULES = (
    other_value,
    same_value,
    same_range,
)

# Two numbers that look alike and are not compared.
COMPARABILITY_RULES = (
    other_modality,
    other_scope,
    other_holder,
    other_place,
    unspecific,
)

# Two dates of one event.
RIVAL_DATE_RULES = (
    moved_date,
    other_date,
)

# Two dates of one kind of event in one storyline.
DATE_RULES = (
    other_event,
    *RIVAL_DATE_RULES,
)

# Two statements of one utterance.
STATEMENT_RULES = (
    same_words,
    altered_words,
)

# Two statements that look alike and are not one utterance.
LOOKALIKE_RULES = (other_speaker,)
