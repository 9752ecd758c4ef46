-- What a map needs that makes records of somebody's table, in DuckDB's SQL. docs/import/README.md says how to write one.

-- A map fills these two tables.
CREATE TABLE records (record JSON);
CREATE TABLE ledger (columns VARCHAR, fate VARCHAR, why VARCHAR);

-- Others' codes with a word for each, names of countries, and the fields and words of the model.

CREATE TABLE crosswalk AS SELECT cells[1] AS scheme, cells[2] AS code, cells[3] AS label, cells[4] AS field, cells[5] AS word, cells[6] AS how, cells[7] AS note FROM (SELECT string_split(unnest(string_split('acled/event_type|Battles|battles|event.type|clash|exact|
acled/event_type|Explosions/Remote violence|explosions and remote violence|event.type|bombardment|coarser|grenades and suicide bombs as well
acled/event_type|Violence against civilians|violence against civilians|event.type|attack|coarser|also event.participants.role=victim; abduction and sexual violence have words of their own
acled/event_type|Violence against civilians|violence against civilians|event.participants.role|victim|coarser|also event.participants.role=victim; abduction and sexual violence have words of their own
acled/event_type|Protests|protests|event.type|protest|exact|
acled/event_type|Riots|riots|event.type|riot|exact|
acled/event_type|Strategic developments|strategic developments|||none|agreements, arrests, bases, transfers: see the sub-events
acled/geo_precision|1|the coordinates of the place|place.precision|exact|exact|
acled/geo_precision|2|a part of a region, or a town near by|place.precision|district|coarser|near, where a town near by is given
acled/geo_precision|3|a larger region|place.precision|province|exact|
acled/inter1|1|State forces|actor.type|state-forces|exact|
acled/inter1|2|Rebel group|actor.type|armed-group|coarser|
acled/inter1|3|Political militia|actor.type|armed-group|coarser|
acled/inter1|4|Identity militia|actor.type|population|coarser|armed-group where the source names a band and not the people
acled/inter1|5|Rioters|actor.type|unarmed-group|coarser|crude arms at most
acled/inter1|6|Protesters|actor.type|unarmed-group|coarser|
acled/inter1|7|Civilians|actor.type|population|coarser|
acled/inter1|8|External/Other forces|actor.type|organisation|coarser|forces of a foreign state are state-forces, of a body between governments intergovernmental-body
acled/interaction|10|State forces only|actor.type|state-forces|exact|
acled/interaction|11|State forces and State forces|actor.type|state-forces|exact|
acled/interaction|11|State forces and State forces|actor.type|state-forces|exact|
acled/interaction|12|State forces and Rebel group|actor.type|state-forces|coarser|
acled/interaction|12|State forces and Rebel group|actor.type|armed-group|coarser|
acled/interaction|13|State forces and Political militia|actor.type|state-forces|coarser|
acled/interaction|13|State forces and Political militia|actor.type|armed-group|coarser|
acled/interaction|14|State forces and Identity militia|actor.type|state-forces|coarser|
acled/interaction|14|State forces and Identity militia|actor.type|population|coarser|
acled/interaction|15|State forces and Rioters|actor.type|state-forces|coarser|
acled/interaction|15|State forces and Rioters|actor.type|unarmed-group|coarser|
acled/interaction|16|State forces and Protesters|actor.type|state-forces|coarser|
acled/interaction|16|State forces and Protesters|actor.type|unarmed-group|coarser|
acled/interaction|17|State forces and Civilians|actor.type|state-forces|coarser|
acled/interaction|17|State forces and Civilians|actor.type|population|coarser|
acled/interaction|18|State forces and External/Other forces|actor.type|state-forces|coarser|
acled/interaction|18|State forces and External/Other forces|actor.type|organisation|coarser|
acled/interaction|20|Rebel group only|actor.type|armed-group|coarser|
acled/interaction|22|Rebel group and Rebel group|actor.type|armed-group|coarser|
acled/interaction|22|Rebel group and Rebel group|actor.type|armed-group|coarser|
acled/interaction|23|Rebel group and Political militia|actor.type|armed-group|coarser|
acled/interaction|23|Rebel group and Political militia|actor.type|armed-group|coarser|
acled/interaction|24|Rebel group and Identity militia|actor.type|armed-group|coarser|
acled/interaction|24|Rebel group and Identity militia|actor.type|population|coarser|
acled/interaction|25|Rebel group and Rioters|actor.type|armed-group|coarser|
acled/interaction|25|Rebel group and Rioters|actor.type|unarmed-group|coarser|
acled/interaction|26|Rebel group and Protesters|actor.type|armed-group|coarser|
acled/interaction|26|Rebel group and Protesters|actor.type|unarmed-group|coarser|
acled/interaction|27|Rebel group and Civilians|actor.type|armed-group|coarser|
acled/interaction|27|Rebel group and Civilians|actor.type|population|coarser|
acled/interaction|28|Rebel group and External/Other forces|actor.type|armed-group|coarser|
acled/interaction|28|Rebel group and External/Other forces|actor.type|organisation|coarser|
acled/interaction|30|Political militia only|actor.type|armed-group|coarser|
acled/interaction|33|Political militia and Political militia|actor.type|armed-group|coarser|
acled/interaction|33|Political militia and Political militia|actor.type|armed-group|coarser|
acled/interaction|34|Political militia and Identity militia|actor.type|armed-group|coarser|
acled/interaction|34|Political militia and Identity militia|actor.type|population|coarser|
acled/interaction|35|Political militia and Rioters|actor.type|armed-group|coarser|
acled/interaction|35|Political militia and Rioters|actor.type|unarmed-group|coarser|
acled/interaction|36|Political militia and Protesters|actor.type|armed-group|coarser|
acled/interaction|36|Political militia and Protesters|actor.type|unarmed-group|coarser|
acled/interaction|37|Political militia and Civilians|actor.type|armed-group|coarser|
acled/interaction|37|Political militia and Civilians|actor.type|population|coarser|
acled/interaction|38|Political militia and External/Other forces|actor.type|armed-group|coarser|
acled/interaction|38|Political militia and External/Other forces|actor.type|organisation|coarser|
acled/interaction|40|Identity militia only|actor.type|population|coarser|
acled/interaction|44|Identity militia and Identity militia|actor.type|population|coarser|
acled/interaction|44|Identity militia and Identity militia|actor.type|population|coarser|
acled/interaction|45|Identity militia and Rioters|actor.type|population|coarser|
acled/interaction|45|Identity militia and Rioters|actor.type|unarmed-group|coarser|
acled/interaction|46|Identity militia and Protesters|actor.type|population|coarser|
acled/interaction|46|Identity militia and Protesters|actor.type|unarmed-group|coarser|
acled/interaction|47|Identity militia and Civilians|actor.type|population|coarser|
acled/interaction|47|Identity militia and Civilians|actor.type|population|coarser|
acled/interaction|48|Identity militia and External/Other forces|actor.type|population|coarser|
acled/interaction|48|Identity militia and External/Other forces|actor.type|organisation|coarser|
acled/interaction|50|Rioters only|actor.type|unarmed-group|coarser|
acled/interaction|55|Rioters and Rioters|actor.type|unarmed-group|coarser|
acled/interaction|55|Rioters and Rioters|actor.type|unarmed-group|coarser|
acled/interaction|56|Rioters and Protesters|actor.type|unarmed-group|coarser|
acled/interaction|56|Rioters and Protesters|actor.type|unarmed-group|coarser|
acled/interaction|57|Rioters and Civilians|actor.type|unarmed-group|coarser|
acled/interaction|57|Rioters and Civilians|actor.type|population|coarser|
acled/interaction|58|Rioters and External/Other forces|actor.type|unarmed-group|coarser|
acled/interaction|58|Rioters and External/Other forces|actor.type|organisation|coarser|
acled/interaction|60|Protesters only|actor.type|unarmed-group|coarser|
acled/interaction|66|Protesters and Protesters|actor.type|unarmed-group|coarser|
acled/interaction|66|Protesters and Protesters|actor.type|unarmed-group|coarser|
acled/interaction|67|Protesters and Civilians|actor.type|unarmed-group|coarser|
acled/interaction|67|Protesters and Civilians|actor.type|population|coarser|
acled/interaction|68|Protesters and External/Other forces|actor.type|unarmed-group|coarser|
acled/interaction|68|Protesters and External/Other forces|actor.type|organisation|coarser|
acled/interaction|70|Civilians only|actor.type|population|coarser|
acled/interaction|77|Civilians and Civilians|actor.type|population|coarser|
acled/interaction|77|Civilians and Civilians|actor.type|population|coarser|
acled/interaction|78|External/Other forces and Civilians|actor.type|population|coarser|
acled/interaction|78|External/Other forces and Civilians|actor.type|organisation|coarser|
acled/interaction|80|External/Other forces only|actor.type|organisation|coarser|
acled/interaction|88|External/Other forces and External/Other forces|actor.type|organisation|coarser|
acled/interaction|88|External/Other forces and External/Other forces|actor.type|organisation|coarser|
acled/sub_event_type|Armed clash|armed clash|event.type|clash|exact|
acled/sub_event_type|Government regains territory|a government regains territory|event.type|seizure|coarser|the initiator is a government
acled/sub_event_type|Non-state actor overtakes territory|a non-state actor takes territory|event.type|seizure|coarser|the initiator is no government
acled/sub_event_type|Chemical weapon|chemical weapon|event.type|attack|coarser|
acled/sub_event_type|Air/drone strike|strike from the air|event.type|bombardment|coarser|
acled/sub_event_type|Suicide bomb|suicide bomb|event.type|attack|coarser|
acled/sub_event_type|Shelling/artillery/missile attack|shelling, artillery or missiles|event.type|bombardment|coarser|
acled/sub_event_type|Remote explosive/landmine/IED|remote explosive, mine or improvised device|event.type|bombardment|coarser|
acled/sub_event_type|Grenade|grenade|event.type|attack|coarser|
acled/sub_event_type|Attack|attack on civilians|event.type|attack|coarser|also event.participants.role=victim
acled/sub_event_type|Attack|attack on civilians|event.participants.role|victim|coarser|also event.participants.role=victim
acled/sub_event_type|Abduction/forced disappearance|abduction or forced disappearance|event.type|abduction|exact|
acled/sub_event_type|Sexual violence|sexual violence|event.type|sexual-violence|exact|
acled/sub_event_type|Peaceful protest|protest without intervention|event.type|protest|coarser|
acled/sub_event_type|Protest with intervention|protest that is dispersed|event.type|protest|coarser|
acled/sub_event_type|Excessive force against protesters|force against protesters|event.type|attack|coarser|part of a protest
acled/sub_event_type|Violent demonstration|violent demonstration|event.type|riot|coarser|
acled/sub_event_type|Mob violence|mob violence|event.type|riot|coarser|
acled/sub_event_type|Agreement|agreement|event.type|agreement|coarser|ceasefires as well
acled/sub_event_type|Arrests|arrests|event.type|detention|exact|
acled/sub_event_type|Change to group/activity|change of a group or of its activity|event.type|formation|coarser|mergers, splits and renamings as well
acled/sub_event_type|Disrupted weapons use|weapons found or use prevented|event.type|operation|coarser|
acled/sub_event_type|Headquarters or base established|headquarters or base set up|relationship.type|based-in|exact|from that date
acled/sub_event_type|Looting/property destruction|looting or destruction of property|event.type|destruction|coarser|
acled/sub_event_type|Non-violent transfer of territory|territory changes hands without fighting|relationship.type|controls|coarser|from that date
acled/sub_event_type|Other|other|||none|other
atop/obligation|atop_defense|defence|relationship.type|treaty-with|coarser|
atop/obligation|atop_offense|offence|relationship.type|treaty-with|coarser|
atop/obligation|atop_neutral|neutrality|relationship.type|treaty-with|coarser|
atop/obligation|atop_nonagg|non-aggression|relationship.type|treaty-with|coarser|
atop/obligation|atop_consul|consultation|relationship.type|treaty-with|coarser|
cameo/code|01|Make public statement|event.type|communication|coarser|
cameo/code|010|Make statement|event.type|communication|coarser|
cameo/code|011|Decline comment|event.type|communication|coarser|
cameo/code|012|Make pessimistic comment|event.type|communication|coarser|
cameo/code|013|Make optimistic comment|event.type|communication|coarser|
cameo/code|014|Consider policy option|event.type|communication|coarser|
cameo/code|015|Acknowledge or claim responsibility|standpoints.stance|claims-responsibility|exact|of the actor, on the record of the act
cameo/code|016|Deny responsibility|standpoints.stance|denies|exact|of the actor, on the record of the act
cameo/code|017|Engage in symbolic act|||none|
cameo/code|018|Make empathetic comment|event.type|communication|coarser|
cameo/code|019|Express accord|event.type|communication|coarser|
cameo/code|02|Appeal|event.type|request|coarser|
cameo/code|020|Make an appeal or request|event.type|request|coarser|
cameo/code|021|Appeal for material cooperation|event.type|request|coarser|
cameo/code|0211|Appeal for economic cooperation|event.type|request|coarser|
cameo/code|0212|Appeal for military cooperation|event.type|request|coarser|
cameo/code|0213|Appeal for judicial cooperation|event.type|request|coarser|
cameo/code|0214|Appeal for intelligence|event.type|request|coarser|
cameo/code|022|Appeal for diplomatic cooperation|event.type|request|coarser|
cameo/code|023|Appeal for aid|event.type|request|coarser|
cameo/code|0231|Appeal for economic aid|event.type|request|coarser|
cameo/code|0232|Appeal for military aid|event.type|request|coarser|
cameo/code|0233|Appeal for humanitarian aid|event.type|request|coarser|
cameo/code|0234|Appeal for military protection or peacekeeping|event.type|request|coarser|
cameo/code|024|Appeal for political reform|event.type|request|coarser|
cameo/code|0241|Appeal for change in leadership|event.type|request|coarser|
cameo/code|0242|Appeal for policy change|event.type|request|coarser|
cameo/code|0243|Appeal for rights|event.type|request|coarser|
cameo/code|0244|Appeal for change in institutions|event.type|request|coarser|
cameo/code|025|Appeal to yield|event.type|request|coarser|
cameo/code|0251|Appeal for easing of administrative sanctions|event.type|request|coarser|
cameo/code|0252|Appeal for easing of popular dissent|event.type|request|coarser|
cameo/code|0253|Appeal for release of persons or property|event.type|request|coarser|
cameo/code|0254|Appeal for easing of economic sanctions|event.type|request|coarser|
cameo/code|0255|Appeal to allow international involvement|event.type|request|coarser|
cameo/code|0256|Appeal for de-escalation|event.type|request|coarser|
cameo/code|026|Appeal to meet or negotiate|event.type|request|coarser|
cameo/code|027|Appeal to settle dispute|event.type|request|coarser|
cameo/code|028|Appeal to accept mediation|event.type|request|coarser|
cameo/code|03|Express intent to cooperate|event.type|promise|exact|
cameo/code|030|Express intent to cooperate|event.type|promise|exact|
cameo/code|031|Agree to engage in material cooperation|event.type|promise|coarser|
cameo/code|0311|Express intent to cooperate economically|event.type|promise|coarser|
cameo/code|0312|Express intent to cooperate militarily|event.type|promise|coarser|
cameo/code|0313|Express intent to cooperate on judicial matters|event.type|promise|coarser|
cameo/code|0314|Express intent to cooperate on intelligence|event.type|promise|coarser|
cameo/code|032|Express intent to engage in diplomatic cooperation|event.type|promise|coarser|
cameo/code|033|Express intent to provide material aid|event.type|promise|coarser|
cameo/code|0331|Express intent to provide economic aid|event.type|promise|coarser|
cameo/code|0332|Express intent to provide military aid|event.type|promise|coarser|
cameo/code|0333|Express intent to provide humanitarian aid|event.type|promise|coarser|
cameo/code|0334|Express intent to provide military protection or peacekeeping|event.type|promise|coarser|
cameo/code|034|Express intent to bring political reform|event.type|promise|coarser|
cameo/code|0341|Express intent to change leadership|event.type|promise|coarser|
cameo/code|0342|Express intent to change policy|event.type|promise|coarser|
cameo/code|0343|Express intent to provide rights|event.type|promise|coarser|
cameo/code|0344|Express intent to change institutions, regime|event.type|promise|coarser|
cameo/code|035|Express intent to yield|event.type|promise|coarser|
cameo/code|0351|Express intent to ease administrative sanctions|event.type|promise|coarser|
cameo/code|0352|Express intent to ease popular dissent|event.type|promise|coarser|
cameo/code|0353|Express intent to release persons or property|event.type|promise|coarser|
cameo/code|0354|Express intent to ease economic sanctions, boycott, embargo|event.type|promise|coarser|
cameo/code|0355|Express intent to allow international involvement|event.type|promise|coarser|
cameo/code|0356|Express intent to de-escalate military engagement|event.type|promise|coarser|
cameo/code|036|Express intent to meet or negotiate|event.type|promise|coarser|
cameo/code|037|Express intent to settle dispute|event.type|promise|coarser|
cameo/code|038|Express intent to accept mediation|event.type|promise|coarser|
cameo/code|039|Express intent to mediate|event.type|promise|coarser|
cameo/code|04|Consult|event.type|meeting|coarser|holds negotiation and mediation
cameo/code|040|Consult|event.type|meeting|exact|
cameo/code|041|Discuss by telephone|event.type|meeting|coarser|a call
cameo/code|042|Make a visit|event.participants.role|host|exact|of the target; also event.type=meeting
cameo/code|042|Make a visit|event.type|meeting|exact|of the target; also event.type=meeting
cameo/code|043|Host a visit|event.participants.role|host|exact|of the source; also event.type=meeting
cameo/code|043|Host a visit|event.type|meeting|exact|of the source; also event.type=meeting
cameo/code|044|Meet at a ''third'' location|event.places.role|seat-of-talks|coarser|of a third place; also event.type=meeting
cameo/code|044|Meet at a ''third'' location|event.type|meeting|coarser|of a third place; also event.type=meeting
cameo/code|045|Mediate|event.participants.role|mediator|exact|of the source; also event.type=negotiation
cameo/code|045|Mediate|event.type|negotiation|exact|of the source; also event.type=negotiation
cameo/code|046|Engage in negotiation|event.type|negotiation|exact|
cameo/code|05|Engage in diplomatic cooperation|event.type|communication|coarser|
cameo/code|050|Engage in diplomatic cooperation|event.type|communication|coarser|
cameo/code|051|Praise or endorse|event.type|communication|coarser|approval
cameo/code|052|Defend verbally|event.type|communication|coarser|approval
cameo/code|053|Rally support on behalf of|event.type|request|coarser|asks third parties
cameo/code|054|Grant diplomatic recognition|relationship.type|recognises|exact|from that date
cameo/code|055|Apologize|event.type|communication|coarser|
cameo/code|056|Forgive|event.type|communication|coarser|
cameo/code|057|Sign formal agreement|event.type|agreement|exact|
cameo/code|06|Engage in material cooperation|event.type|cooperation|exact|
cameo/code|060|Engage in material cooperation|event.type|cooperation|exact|
cameo/code|061|Cooperate economically|event.type|cooperation|coarser|
cameo/code|062|Cooperate militarily|event.type|cooperation|coarser|
cameo/code|063|Engage in judicial cooperation|event.type|cooperation|coarser|
cameo/code|064|Share intelligence or information|event.type|cooperation|coarser|
cameo/code|07|Provide aid|event.type|aid|exact|
cameo/code|070|Provide aid|event.type|aid|exact|
cameo/code|071|Provide economic aid|event.type|aid|coarser|
cameo/code|072|Provide military aid|event.type|aid|coarser|
cameo/code|073|Provide humanitarian aid|event.type|aid|coarser|
cameo/code|074|Provide military protection or peacekeeping|event.type|aid|coarser|
cameo/code|075|Grant asylum|event.type|aid|coarser|
cameo/code|08|Yield|event.type|easing|exact|
cameo/code|080|Yield|event.type|easing|exact|
cameo/code|081|Ease administrative sanctions|event.type|easing|coarser|
cameo/code|0811|Ease restrictions on political freedoms|event.type|easing|coarser|
cameo/code|0812|Ease ban on political parties or politicians|event.type|easing|coarser|
cameo/code|0813|Ease curfew|event.type|easing|coarser|
cameo/code|0814|Ease state of emergency or martial law|event.type|easing|coarser|
cameo/code|082|Ease political dissent|event.type|easing|coarser|
cameo/code|083|Accede to requests or demands for political reform|position.form|acceptance|coarser|
cameo/code|0831|Accede to demands for change in leadership|position.form|acceptance|coarser|
cameo/code|0832|Accede to demands for change in policy|position.form|acceptance|coarser|
cameo/code|0833|Accede to demands for rights|position.form|acceptance|coarser|
cameo/code|0834|Accede to demands for change in institutions, regime|position.form|acceptance|coarser|
cameo/code|084|Return, release|event.type|release|exact|
cameo/code|0841|Return, release person(s)|event.type|release|coarser|
cameo/code|0842|Return, release property|event.type|release|coarser|
cameo/code|085|Ease economic sanctions, boycott, embargo|event.type|easing|coarser|
cameo/code|086|Allow international involvement|event.type|easing|coarser|
cameo/code|0861|Receive deployment of peacekeepers|event.type|easing|coarser|
cameo/code|0862|Receive inspectors|event.type|easing|coarser|
cameo/code|0863|Allow humanitarian access|event.type|easing|coarser|
cameo/code|087|De-escalate military engagement|event.type|easing|coarser|
cameo/code|0871|Declare truce, ceasefire|event.type|ceasefire|exact|
cameo/code|0872|Ease military blockade|event.type|easing|coarser|
cameo/code|0873|Demobilize armed forces|event.type|easing|coarser|
cameo/code|0874|Retreat or surrender militarily|event.type|withdrawal|exact|surrender as well
cameo/code|09|Investigate|event.type|inquiry|coarser|
cameo/code|090|Investigate|event.type|inquiry|coarser|
cameo/code|091|Investigate crime, corruption|event.type|inquiry|coarser|
cameo/code|092|Investigate human rights abuses|event.type|inquiry|coarser|
cameo/code|093|Investigate military action|event.type|inquiry|coarser|
cameo/code|094|Investigate war crimes|event.type|inquiry|coarser|
cameo/code|10|Demand|event.type|request|coarser|
cameo/code|100|Demand|event.type|request|coarser|
cameo/code|101|Demand material cooperation|event.type|request|coarser|
cameo/code|1011|Demand economic cooperation|event.type|request|coarser|
cameo/code|1012|Demand military cooperation|event.type|request|coarser|
cameo/code|1013|Demand judicial cooperation|event.type|request|coarser|
cameo/code|1014|Demand intelligence cooperation|event.type|request|coarser|
cameo/code|102|Demand diplomatic cooperation|event.type|request|coarser|
cameo/code|103|Demand aid|event.type|request|coarser|
cameo/code|1031|Demand economic aid|event.type|request|coarser|
cameo/code|1032|Demand military aid|event.type|request|coarser|
cameo/code|1033|Demand humanitarian aid|event.type|request|coarser|
cameo/code|1034|Demand military protection or peacekeeping|event.type|request|coarser|
cameo/code|104|Demand political reform|event.type|request|coarser|
cameo/code|1041|Demand change in leadership|event.type|request|coarser|
cameo/code|1042|Demand policy change|event.type|request|coarser|
cameo/code|1043|Demand rights|event.type|request|coarser|
cameo/code|1044|Demand change in institutions, regime|event.type|request|coarser|
cameo/code|105|Demand that target yields|event.type|request|coarser|
cameo/code|1051|Demand easing of administrative sanctions|event.type|request|coarser|
cameo/code|1052|Demand easing of popular dissent|event.type|request|coarser|
cameo/code|1053|Demand release of persons or property|event.type|request|coarser|
cameo/code|1054|Demand easing of economic sanctions, boycott, or embargo|event.type|request|coarser|
cameo/code|1055|Demand that target allows international involvement|event.type|request|coarser|
cameo/code|1056|Demand de-escalation of military engagement|event.type|request|coarser|
cameo/code|106|Demand meeting, negotiation|event.type|request|coarser|
cameo/code|107|Demand settling of dispute|event.type|request|coarser|
cameo/code|108|Demand mediation|event.type|request|coarser|
cameo/code|11|Disapprove|event.type|accusation|exact|
cameo/code|110|Disapprove|event.type|accusation|exact|
cameo/code|111|Criticize or denounce|event.type|accusation|coarser|
cameo/code|112|Accuse|event.type|accusation|coarser|
cameo/code|1121|Accuse of crime, corruption|event.type|accusation|coarser|
cameo/code|1122|Accuse of human rights abuses|event.type|accusation|coarser|
cameo/code|1123|Accuse of aggression|event.type|accusation|coarser|
cameo/code|1124|Accuse of war crimes|event.type|accusation|coarser|
cameo/code|1125|Accuse of espionage, treason|event.type|accusation|coarser|
cameo/code|113|Rally opposition against|event.type|request|coarser|asks third parties
cameo/code|114|Complain officially|event.type|accusation|coarser|
cameo/code|115|Bring lawsuit against|event.type|accusation|coarser|
cameo/code|116|Find guilty or liable (legally)|event.type|inquiry|coarser|a verdict
cameo/code|12|Reject|event.type|rejection|exact|
cameo/code|120|Reject|event.type|rejection|exact|
cameo/code|121|Reject material cooperation|event.type|rejection|coarser|
cameo/code|1211|Reject economic cooperation|event.type|rejection|coarser|
cameo/code|1212|Reject military cooperation|event.type|rejection|coarser|
cameo/code|1213|Reject judicial cooperation|event.type|rejection|coarser|
cameo/code|1214|Reject intelligence cooperation|event.type|rejection|coarser|
cameo/code|122|Reject request or demand for material aid|event.type|rejection|coarser|
cameo/code|1221|Reject demand for economic aid|event.type|rejection|coarser|
cameo/code|1222|Reject demand for military aid|event.type|rejection|coarser|
cameo/code|1223|Reject demand for humanitarian aid|event.type|rejection|coarser|
cameo/code|1224|Reject demand for military protection or peacekeeping|event.type|rejection|coarser|
cameo/code|123|Reject request or demand for political reform|event.type|rejection|coarser|
cameo/code|1231|Reject demand for change in leadership|event.type|rejection|coarser|
cameo/code|1232|Reject demand for policy change|event.type|rejection|coarser|
cameo/code|1233|Reject demand for rights|event.type|rejection|coarser|
cameo/code|1234|Reject demand for change in institutions, regime|event.type|rejection|coarser|
cameo/code|124|Decline to yield|event.type|rejection|coarser|
cameo/code|1241|Decline to ease administrative sanctions|event.type|rejection|coarser|
cameo/code|1242|Decline to ease popular dissent|event.type|rejection|coarser|
cameo/code|1243|Decline to release persons or property|event.type|rejection|coarser|
cameo/code|1244|Decline to ease economic sanctions, boycott, or embargo|event.type|rejection|coarser|
cameo/code|1245|Decline to allow international involvement|event.type|rejection|coarser|
cameo/code|1246|Decline to de-escalate military engagement|event.type|rejection|coarser|
cameo/code|125|Reject proposal to meet, discuss, negotiate|event.type|rejection|coarser|
cameo/code|126|Reject mediation|event.type|rejection|coarser|
cameo/code|127|Reject plan, agreement to settle dispute|event.type|rejection|coarser|
cameo/code|128|Defy norms, law|event.type|rejection|coarser|of a norm
cameo/code|129|Veto|event.type|rejection|coarser|
cameo/code|13|Threaten|event.type|threat|exact|
cameo/code|130|Threaten|event.type|threat|exact|
cameo/code|131|Threaten non-force|event.type|threat|coarser|
cameo/code|1311|Threaten to reduce or stop aid|event.type|threat|coarser|
cameo/code|1312|Threaten to boycott, embargo, or sanction|event.type|threat|coarser|
cameo/code|1313|Threaten to reduce or break relations|event.type|threat|coarser|
cameo/code|132|Threaten with administrative sanctions|event.type|threat|coarser|
cameo/code|1321|Threaten to impose restrictions on freedoms of speech and expression|event.type|threat|coarser|
cameo/code|1322|Threaten to ban political parties or politicians|event.type|threat|coarser|
cameo/code|1323|Threaten to impose curfew|event.type|threat|coarser|
cameo/code|1324|Threaten to impose state of emergency or martial law|event.type|threat|coarser|
cameo/code|133|Threaten with political dissent, protest|event.type|threat|coarser|
cameo/code|134|Threaten to halt negotiations|event.type|threat|coarser|
cameo/code|135|Threaten to halt mediation|event.type|threat|coarser|
cameo/code|136|Threaten to halt (expel or withdraw) international involvement|event.type|threat|coarser|
cameo/code|137|Threaten with violent repression|event.type|threat|coarser|
cameo/code|138|Threaten with military force|event.type|threat|coarser|
cameo/code|1381|Threaten blockade|event.type|threat|coarser|
cameo/code|1382|Threaten occupation|event.type|threat|coarser|
cameo/code|1383|Threaten unconventional violence|event.type|threat|coarser|
cameo/code|1384|Threaten conventional attack|event.type|threat|coarser|
cameo/code|1385|Threaten attack with WMD|event.type|threat|coarser|
cameo/code|139|Give ultimatum|event.type|threat|coarser|with a demand
cameo/code|14|Protest|event.type|protest|coarser|holds riots
cameo/code|140|Engage in political dissent|event.type|protest|exact|the specific codes below are protests too
cameo/code|141|Demonstrate or rally|event.type|protest|coarser|
cameo/code|1411|Demonstrate for leadership change|event.type|protest|coarser|
cameo/code|1412|Demonstrate for policy change|event.type|protest|coarser|
cameo/code|1413|Demonstrate for rights|event.type|protest|coarser|
cameo/code|1414|Demonstrate for change in institutions, regime|event.type|protest|coarser|
cameo/code|142|Conduct hunger strike|event.type|protest|coarser|
cameo/code|1421|Conduct hunger strike for leadership change|event.type|protest|coarser|
cameo/code|1422|Conduct hunger strike for policy change|event.type|protest|coarser|
cameo/code|1423|Conduct hunger strike for rights|event.type|protest|coarser|
cameo/code|1424|Conduct hunger strike for change in institutions, regime|event.type|protest|coarser|
cameo/code|143|Conduct strike or boycott|event.type|protest|coarser|
cameo/code|1431|Conduct strike or boycott for change in leadership|event.type|protest|coarser|
cameo/code|1432|Conduct strike or boycott for policy change|event.type|protest|coarser|
cameo/code|1433|Conduct strike or boycott for rights|event.type|protest|coarser|
cameo/code|1434|Conduct strike or boycott for change in institutions, regime|event.type|protest|coarser|
cameo/code|144|Obstruct passage, block|event.type|protest|coarser|
cameo/code|1441|Obstruct passage to demand change in leadership|event.type|protest|coarser|
cameo/code|1442|Obstruct passage to demand policy change|event.type|protest|coarser|
cameo/code|1443|Obstruct passage to demand rights|event.type|protest|coarser|
cameo/code|1444|Obstruct passage to demand change in institutions, regime|event.type|protest|coarser|
cameo/code|145|Protest violently, riot|event.type|riot|exact|
cameo/code|1451|Engage in violent protest for change in leadership|event.type|riot|coarser|
cameo/code|1452|Engage in violent protest for policy change|event.type|riot|coarser|
cameo/code|1453|Engage in violent protest for rights|event.type|riot|coarser|
cameo/code|1454|Engage in violent protest for change in institutions, regime|event.type|riot|coarser|
cameo/code|15|Exhibit force posture|event.type|mobilisation|exact|
cameo/code|150|Demonstrate military or police power|event.type|mobilisation|exact|
cameo/code|151|Increase police alert status|event.type|mobilisation|coarser|
cameo/code|152|Increase military alert status|event.type|mobilisation|coarser|
cameo/code|153|Mobilize or increase police power|event.type|mobilisation|coarser|
cameo/code|154|Mobilize or increase armed forces|event.type|mobilisation|coarser|
cameo/code|155|Mobilize or increase cyber-forces|event.type|mobilisation|coarser|
cameo/code|16|Reduce relations|event.type|break-off|exact|
cameo/code|160|Reduce relations|event.type|break-off|exact|
cameo/code|161|Reduce or break diplomatic relations|event.type|break-off|coarser|of relations, in part as well
cameo/code|162|Reduce or stop aid|event.type|sanction|coarser|of aid
cameo/code|1621|Reduce or stop economic assistance|event.type|sanction|coarser|of aid
cameo/code|1622|Reduce or stop military assistance|event.type|sanction|coarser|of aid
cameo/code|1623|Reduce or stop humanitarian assistance|event.type|sanction|coarser|of aid
cameo/code|163|Impose embargo, boycott, or sanctions|event.type|sanction|coarser|
cameo/code|164|Halt negotiations|event.type|break-off|coarser|of talks
cameo/code|165|Halt mediation|event.type|break-off|coarser|of mediation
cameo/code|166|Expel or withdraw|event.type|sanction|coarser|a withdrawal, if they were not expelled
cameo/code|1661|Expel or withdraw peacekeepers|event.type|sanction|coarser|a withdrawal, if they were not expelled
cameo/code|1662|Expel or withdraw inspectors, observers|event.type|sanction|coarser|a withdrawal, if they were not expelled
cameo/code|1663|Expel or withdraw aid agencies|event.type|sanction|coarser|a withdrawal, if they were not expelled
cameo/code|17|Coerce|event.type|sanction|coarser|force against rights or property
cameo/code|170|Coerce|event.type|sanction|coarser|force against rights or property
cameo/code|171|Seize or damage property|event.type|seizure|coarser|damage as well
cameo/code|1711|Confiscate property|event.type|seizure|coarser|of property
cameo/code|1712|Destroy property|event.type|destruction|exact|
cameo/code|172|Impose administrative sanctions|event.type|sanction|coarser|by a party''s own authorities
cameo/code|1721|Impose restrictions on freedoms of speech and expression|event.type|sanction|coarser|by a party''s own authorities
cameo/code|1722|Ban political parties or politicians|event.type|sanction|coarser|by a party''s own authorities
cameo/code|1723|Impose curfew|event.type|sanction|coarser|by a party''s own authorities
cameo/code|1724|Impose state of emergency or martial law|event.type|sanction|coarser|by a party''s own authorities
cameo/code|173|Arrest, detain, or charge with legal action|event.type|detention|coarser|a charge alone is no detention
cameo/code|174|Expel or deport individuals|event.type|displacement|coarser|of individuals
cameo/code|175|Use tactics of violent repression|event.type|attack|coarser|
cameo/code|176|Attack cybernetically|event.type|attack|coarser|on computers
cameo/code|18|Assault|event.type|attack|coarser|
cameo/code|180|Use unconventional violence|event.type|attack|coarser|
cameo/code|181|Abduct, hijack, or take hostage|event.type|abduction|exact|
cameo/code|182|Physically assault|event.type|attack|coarser|
cameo/code|1821|Sexually assault|event.type|sexual-violence|exact|
cameo/code|1822|Torture|event.type|attack|coarser|
cameo/code|1823|Kill by physical assault|event.type|killing|coarser|
cameo/code|183|Conduct suicide, car, or other non-military bombing|event.type|bombardment|coarser|suicide attacks as well
cameo/code|1831|Carry out suicide bombing|event.type|attack|coarser|
cameo/code|1832|Carry out car bombing|event.type|bombardment|coarser|
cameo/code|1833|Carry out roadside bombing|event.type|bombardment|coarser|
cameo/code|1834|Carry out location bombing|event.type|bombardment|coarser|
cameo/code|184|Use as human shield|||none|
cameo/code|185|Attempt to assassinate|event.type|killing|coarser|also event.outcome=failed
cameo/code|185|Attempt to assassinate|event.outcome|failed|coarser|also event.outcome=failed
cameo/code|186|Assassinate|event.type|killing|coarser|
cameo/code|19|Fight|event.type|attack|coarser|clashes as well
cameo/code|190|Use conventional military force|event.type|attack|coarser|clashes as well
cameo/code|191|Impose blockade, restrict movement|event.type|operation|coarser|a blockade
cameo/code|192|Occupy territory|event.type|seizure|coarser|of territory
cameo/code|193|Fight with small arms and light weapons|event.type|clash|coarser|of small arms
cameo/code|194|Fight with artillery and tanks|event.type|bombardment|coarser|
cameo/code|195|Employ aerial weapons|event.type|bombardment|coarser|
cameo/code|1951|Employ precision-guided aerial munitions|event.type|bombardment|coarser|
cameo/code|1952|Employ remotely piloted aerial munitions|event.type|bombardment|coarser|
cameo/code|196|Violate ceasefire|event.bears_on.how|breaches|exact|on the position that agreed the ceasefire
cameo/code|20|Use unconventional mass violence|event.type|attack|coarser|
cameo/code|200|Use unconventional mass violence|event.type|attack|coarser|
cameo/code|201|Engage in mass expulsion|event.type|displacement|coarser|
cameo/code|202|Engage in mass killings|event.type|killing|coarser|
cameo/code|203|Engage in ethnic cleansing|event.type|displacement|coarser|
cameo/code|204|Use weapons of mass destruction|event.type|attack|coarser|
cameo/code|2041|Use chemical, biological, or radiological weapons|event.type|attack|coarser|
cameo/code|2042|Detonate nuclear weapons|event.type|attack|coarser|
gleditsch-ward/number|2|United States of America|place.country|USA|exact|
gleditsch-ward/number|20|Canada|place.country|CAN|exact|
gleditsch-ward/number|31|Bahamas|place.country|BHS|exact|
gleditsch-ward/number|40|Cuba|place.country|CUB|exact|
gleditsch-ward/number|41|Haiti|place.country|HTI|exact|
gleditsch-ward/number|42|Dominican Republic|place.country|DOM|exact|
gleditsch-ward/number|51|Jamaica|place.country|JAM|exact|
gleditsch-ward/number|52|Trinidad and Tobago|place.country|TTO|exact|
gleditsch-ward/number|53|Barbados|place.country|BRB|exact|
gleditsch-ward/number|54|Dominica|place.country|DMA|exact|
gleditsch-ward/number|55|Grenada|place.country|GRD|exact|
gleditsch-ward/number|56|Saint Lucia|place.country|LCA|exact|
gleditsch-ward/number|57|Saint Vincent and the Grenadines|place.country|VCT|exact|
gleditsch-ward/number|58|Antigua and Barbuda|place.country|ATG|exact|
gleditsch-ward/number|60|Saint Kitts and Nevis|place.country|KNA|exact|
gleditsch-ward/number|70|Mexico|place.country|MEX|exact|
gleditsch-ward/number|80|Belize|place.country|BLZ|exact|
gleditsch-ward/number|90|Guatemala|place.country|GTM|exact|
gleditsch-ward/number|91|Honduras|place.country|HND|exact|
gleditsch-ward/number|92|El Salvador|place.country|SLV|exact|
gleditsch-ward/number|93|Nicaragua|place.country|NIC|exact|
gleditsch-ward/number|94|Costa Rica|place.country|CRI|exact|
gleditsch-ward/number|95|Panama|place.country|PAN|exact|
gleditsch-ward/number|100|Colombia|place.country|COL|exact|
gleditsch-ward/number|101|Venezuela|place.country|VEN|exact|
gleditsch-ward/number|110|Guyana|place.country|GUY|exact|
gleditsch-ward/number|115|Suriname|place.country|SUR|exact|
gleditsch-ward/number|130|Ecuador|place.country|ECU|exact|
gleditsch-ward/number|135|Peru|place.country|PER|exact|
gleditsch-ward/number|140|Brazil|place.country|BRA|exact|
gleditsch-ward/number|145|Bolivia|place.country|BOL|exact|
gleditsch-ward/number|150|Paraguay|place.country|PRY|exact|
gleditsch-ward/number|155|Chile|place.country|CHL|exact|
gleditsch-ward/number|160|Argentina|place.country|ARG|exact|
gleditsch-ward/number|165|Uruguay|place.country|URY|exact|
gleditsch-ward/number|200|United Kingdom|place.country|GBR|exact|
gleditsch-ward/number|205|Ireland|place.country|IRL|exact|
gleditsch-ward/number|210|Netherlands|place.country|NLD|exact|
gleditsch-ward/number|211|Belgium|place.country|BEL|exact|
gleditsch-ward/number|212|Luxembourg|place.country|LUX|exact|
gleditsch-ward/number|220|France|place.country|FRA|exact|
gleditsch-ward/number|221|Monaco|place.country|MCO|exact|
gleditsch-ward/number|223|Liechtenstein|place.country|LIE|exact|
gleditsch-ward/number|225|Switzerland|place.country|CHE|exact|
gleditsch-ward/number|230|Spain|place.country|ESP|exact|
gleditsch-ward/number|232|Andorra|place.country|AND|exact|
gleditsch-ward/number|235|Portugal|place.country|PRT|exact|
gleditsch-ward/number|260|Germany|place.country|DEU|coarser|West Germany until 1990
gleditsch-ward/number|265|German Democratic Republic|place.country|DDR|exact|
gleditsch-ward/number|290|Poland|place.country|POL|exact|
gleditsch-ward/number|305|Austria|place.country|AUT|exact|
gleditsch-ward/number|310|Hungary|place.country|HUN|exact|
gleditsch-ward/number|315|Czechoslovakia|place.country|CSK|exact|
gleditsch-ward/number|316|Czech Republic|place.country|CZE|exact|
gleditsch-ward/number|317|Slovakia|place.country|SVK|exact|
gleditsch-ward/number|325|Italy|place.country|ITA|exact|
gleditsch-ward/number|331|San Marino|place.country|SMR|exact|
gleditsch-ward/number|338|Malta|place.country|MLT|exact|
gleditsch-ward/number|339|Albania|place.country|ALB|exact|
gleditsch-ward/number|340|Serbia|place.country|SRB|exact|
gleditsch-ward/number|341|Montenegro|place.country|MNE|exact|
gleditsch-ward/number|343|North Macedonia|place.country|MKD|exact|
gleditsch-ward/number|344|Croatia|place.country|HRV|exact|
gleditsch-ward/number|345|Yugoslavia|place.country|YUG|coarser|Serbia and Montenegro of 1992 to 2006 as well, which is SCG
gleditsch-ward/number|346|Bosnia and Herzegovina|place.country|BIH|exact|
gleditsch-ward/number|347|Kosovo|place.country|XKX|exact|
gleditsch-ward/number|349|Slovenia|place.country|SVN|exact|
gleditsch-ward/number|350|Greece|place.country|GRC|exact|
gleditsch-ward/number|352|Cyprus|place.country|CYP|exact|
gleditsch-ward/number|355|Bulgaria|place.country|BGR|exact|
gleditsch-ward/number|359|Moldova|place.country|MDA|exact|
gleditsch-ward/number|360|Romania|place.country|ROU|exact|
gleditsch-ward/number|365|Russia|place.country|RUS|coarser|the Soviet Union until 1991, which is SUN
gleditsch-ward/number|366|Estonia|place.country|EST|exact|
gleditsch-ward/number|367|Latvia|place.country|LVA|exact|
gleditsch-ward/number|368|Lithuania|place.country|LTU|exact|
gleditsch-ward/number|369|Ukraine|place.country|UKR|exact|
gleditsch-ward/number|370|Belarus|place.country|BLR|exact|
gleditsch-ward/number|371|Armenia|place.country|ARM|exact|
gleditsch-ward/number|372|Georgia|place.country|GEO|exact|
gleditsch-ward/number|373|Azerbaijan|place.country|AZE|exact|
gleditsch-ward/number|375|Finland|place.country|FIN|exact|
gleditsch-ward/number|380|Sweden|place.country|SWE|exact|
gleditsch-ward/number|385|Norway|place.country|NOR|exact|
gleditsch-ward/number|390|Denmark|place.country|DNK|exact|
gleditsch-ward/number|395|Iceland|place.country|ISL|exact|
gleditsch-ward/number|402|Cape Verde|place.country|CPV|exact|
gleditsch-ward/number|403|Sao Tome and Principe|place.country|STP|exact|
gleditsch-ward/number|404|Guinea-Bissau|place.country|GNB|exact|
gleditsch-ward/number|411|Equatorial Guinea|place.country|GNQ|exact|
gleditsch-ward/number|420|Gambia|place.country|GMB|exact|
gleditsch-ward/number|432|Mali|place.country|MLI|exact|
gleditsch-ward/number|433|Senegal|place.country|SEN|exact|
gleditsch-ward/number|434|Benin|place.country|BEN|coarser|Dahomey until 1975, which is DHY
gleditsch-ward/number|435|Mauritania|place.country|MRT|exact|
gleditsch-ward/number|436|Niger|place.country|NER|exact|
gleditsch-ward/number|437|Ivory Coast|place.country|CIV|exact|
gleditsch-ward/number|438|Guinea|place.country|GIN|exact|
gleditsch-ward/number|439|Burkina Faso|place.country|BFA|coarser|Upper Volta until 1984, which is HVO
gleditsch-ward/number|450|Liberia|place.country|LBR|exact|
gleditsch-ward/number|451|Sierra Leone|place.country|SLE|exact|
gleditsch-ward/number|452|Ghana|place.country|GHA|exact|
gleditsch-ward/number|461|Togo|place.country|TGO|exact|
gleditsch-ward/number|471|Cameroon|place.country|CMR|exact|
gleditsch-ward/number|475|Nigeria|place.country|NGA|exact|
gleditsch-ward/number|481|Gabon|place.country|GAB|exact|
gleditsch-ward/number|482|Central African Republic|place.country|CAF|exact|
gleditsch-ward/number|483|Chad|place.country|TCD|exact|
gleditsch-ward/number|484|Congo|place.country|COG|exact|
gleditsch-ward/number|490|DR Congo|place.country|COD|coarser|Zaire from 1971 to 1997, which is ZAR
gleditsch-ward/number|500|Uganda|place.country|UGA|exact|
gleditsch-ward/number|501|Kenya|place.country|KEN|exact|
gleditsch-ward/number|510|Tanzania|place.country|TZA|coarser|Tanganyika until 1964
gleditsch-ward/number|511|Zanzibar|||none|Zanzibar, 1963 and 1964: no code
gleditsch-ward/number|516|Burundi|place.country|BDI|exact|
gleditsch-ward/number|517|Rwanda|place.country|RWA|exact|
gleditsch-ward/number|520|Somalia|place.country|SOM|exact|
gleditsch-ward/number|522|Djibouti|place.country|DJI|exact|
gleditsch-ward/number|530|Ethiopia|place.country|ETH|coarser|with Eritrea until 1993
gleditsch-ward/number|531|Eritrea|place.country|ERI|exact|
gleditsch-ward/number|540|Angola|place.country|AGO|exact|
gleditsch-ward/number|541|Mozambique|place.country|MOZ|exact|
gleditsch-ward/number|551|Zambia|place.country|ZMB|exact|
gleditsch-ward/number|552|Zimbabwe|place.country|ZWE|coarser|Rhodesia until 1980, which is RHO
gleditsch-ward/number|553|Malawi|place.country|MWI|exact|
gleditsch-ward/number|560|South Africa|place.country|ZAF|exact|
gleditsch-ward/number|565|Namibia|place.country|NAM|exact|
gleditsch-ward/number|570|Lesotho|place.country|LSO|exact|
gleditsch-ward/number|571|Botswana|place.country|BWA|exact|
gleditsch-ward/number|572|Eswatini|place.country|SWZ|exact|
gleditsch-ward/number|580|Madagascar|place.country|MDG|exact|
gleditsch-ward/number|581|Comoros|place.country|COM|exact|
gleditsch-ward/number|590|Mauritius|place.country|MUS|exact|
gleditsch-ward/number|591|Seychelles|place.country|SYC|exact|
gleditsch-ward/number|600|Morocco|place.country|MAR|exact|
gleditsch-ward/number|615|Algeria|place.country|DZA|exact|
gleditsch-ward/number|616|Tunisia|place.country|TUN|exact|
gleditsch-ward/number|620|Libya|place.country|LBY|exact|
gleditsch-ward/number|625|Sudan|place.country|SDN|coarser|with the south until 2011
gleditsch-ward/number|626|South Sudan|place.country|SSD|exact|
gleditsch-ward/number|630|Iran|place.country|IRN|exact|
gleditsch-ward/number|640|Turkey|place.country|TUR|exact|
gleditsch-ward/number|645|Iraq|place.country|IRQ|exact|
gleditsch-ward/number|651|Egypt|place.country|EGY|exact|
gleditsch-ward/number|652|Syria|place.country|SYR|exact|
gleditsch-ward/number|660|Lebanon|place.country|LBN|exact|
gleditsch-ward/number|663|Jordan|place.country|JOR|exact|
gleditsch-ward/number|666|Israel|place.country|ISR|exact|
gleditsch-ward/number|670|Saudi Arabia|place.country|SAU|exact|
gleditsch-ward/number|678|Yemen|place.country|YEM|coarser|North Yemen until 1990
gleditsch-ward/number|680|South Yemen|place.country|YMD|exact|
gleditsch-ward/number|690|Kuwait|place.country|KWT|exact|
gleditsch-ward/number|692|Bahrain|place.country|BHR|exact|
gleditsch-ward/number|694|Qatar|place.country|QAT|exact|
gleditsch-ward/number|696|United Arab Emirates|place.country|ARE|exact|
gleditsch-ward/number|698|Oman|place.country|OMN|exact|
gleditsch-ward/number|700|Afghanistan|place.country|AFG|exact|
gleditsch-ward/number|701|Turkmenistan|place.country|TKM|exact|
gleditsch-ward/number|702|Tajikistan|place.country|TJK|exact|
gleditsch-ward/number|703|Kyrgyzstan|place.country|KGZ|exact|
gleditsch-ward/number|704|Uzbekistan|place.country|UZB|exact|
gleditsch-ward/number|705|Kazakhstan|place.country|KAZ|exact|
gleditsch-ward/number|710|China|place.country|CHN|exact|
gleditsch-ward/number|711|Tibet|||none|no code
gleditsch-ward/number|712|Mongolia|place.country|MNG|exact|
gleditsch-ward/number|713|Taiwan|place.country|TWN|exact|
gleditsch-ward/number|731|North Korea|place.country|PRK|exact|
gleditsch-ward/number|732|South Korea|place.country|KOR|exact|
gleditsch-ward/number|740|Japan|place.country|JPN|exact|
gleditsch-ward/number|750|India|place.country|IND|exact|
gleditsch-ward/number|751|Hyderabad|||none|the princely state, 1947 and 1948: no code
gleditsch-ward/number|760|Bhutan|place.country|BTN|exact|
gleditsch-ward/number|770|Pakistan|place.country|PAK|coarser|with Bangladesh until 1971
gleditsch-ward/number|771|Bangladesh|place.country|BGD|exact|
gleditsch-ward/number|775|Myanmar|place.country|MMR|coarser|Burma until 1989, which is BUR
gleditsch-ward/number|780|Sri Lanka|place.country|LKA|exact|
gleditsch-ward/number|781|Maldives|place.country|MDV|exact|
gleditsch-ward/number|790|Nepal|place.country|NPL|exact|
gleditsch-ward/number|800|Thailand|place.country|THA|exact|
gleditsch-ward/number|811|Cambodia|place.country|KHM|exact|
gleditsch-ward/number|812|Laos|place.country|LAO|exact|
gleditsch-ward/number|816|Vietnam|place.country|VNM|coarser|North Vietnam until 1975
gleditsch-ward/number|817|South Vietnam|||none|no code
gleditsch-ward/number|820|Malaysia|place.country|MYS|coarser|Malaya until 1963
gleditsch-ward/number|830|Singapore|place.country|SGP|exact|
gleditsch-ward/number|835|Brunei|place.country|BRN|exact|
gleditsch-ward/number|840|Philippines|place.country|PHL|exact|
gleditsch-ward/number|850|Indonesia|place.country|IDN|exact|
gleditsch-ward/number|860|East Timor|place.country|TLS|exact|
gleditsch-ward/number|900|Australia|place.country|AUS|exact|
gleditsch-ward/number|910|Papua New Guinea|place.country|PNG|exact|
gleditsch-ward/number|920|New Zealand|place.country|NZL|exact|
gleditsch-ward/number|935|Vanuatu|place.country|VUT|exact|
gleditsch-ward/number|940|Solomon Islands|place.country|SLB|exact|
gleditsch-ward/number|950|Fiji|place.country|FJI|exact|
gleditsch-ward/number|970|Kiribati|place.country|KIR|exact|
gleditsch-ward/number|971|Nauru|place.country|NRU|exact|
gleditsch-ward/number|972|Tonga|place.country|TON|exact|
gleditsch-ward/number|973|Tuvalu|place.country|TUV|exact|
gleditsch-ward/number|983|Marshall Islands|place.country|MHL|exact|
gleditsch-ward/number|986|Palau|place.country|PLW|exact|
gleditsch-ward/number|987|Micronesia|place.country|FSM|exact|
gleditsch-ward/number|990|Samoa|place.country|WSM|exact|
gtd/attacktype1|1|assassination|event.type|killing|exact|an attempt has event.outcome=failed
gtd/attacktype1|1|assassination|event.outcome|failed|exact|an attempt has event.outcome=failed
gtd/attacktype1|2|armed assault|event.type|attack|coarser|
gtd/attacktype1|3|bombing or explosion|event.type|bombardment|coarser|devices that are carried as well
gtd/attacktype1|4|hijacking|event.type|seizure|coarser|of a vehicle; persons who are held in it are taken by an abduction
gtd/attacktype1|5|hostage taking, barricade|event.type|abduction|coarser|the victims stay on the spot
gtd/attacktype1|6|hostage taking, kidnapping|event.type|abduction|coarser|
gtd/attacktype1|7|facility or infrastructure attack|event.type|destruction|exact|
gtd/attacktype1|8|unarmed assault|event.type|attack|coarser|
gtd/attacktype1|9|unknown|||none|unknown
gtd/claimmode|1|letter|standpoints.via|letter|exact|
gtd/claimmode|2|call, after the incident|standpoints.via|call|coarser|
gtd/claimmode|3|call, before the incident|standpoints.via|call|coarser|
gtd/claimmode|4|e-mail|standpoints.via|email|exact|
gtd/claimmode|5|note left at the scene|standpoints.via|note|exact|
gtd/claimmode|6|video|standpoints.via|video|exact|
gtd/claimmode|7|post on a website or on social media|standpoints.via|online|exact|
gtd/claimmode|8|personal claim|standpoints.via|personal|exact|
gtd/claimmode|9|other|standpoints.via|other|exact|
gtd/claimmode|10|unknown|standpoints.via|unknown|exact|
gtd/targsubtype1|1|gas, oil or electricity business|actor.type|company|coarser|
gtd/targsubtype1|2|restaurant, bar or café|actor.type|company|coarser|
gtd/targsubtype1|3|bank or commerce|actor.type|company|coarser|
gtd/targsubtype1|4|multinational corporation|actor.type|company|coarser|
gtd/targsubtype1|5|industry or factory|actor.type|company|coarser|
gtd/targsubtype1|6|medical or pharmaceutical|actor.type|company|coarser|
gtd/targsubtype1|7|retail, grocery or bakery|actor.type|company|coarser|
gtd/targsubtype1|8|hotel or resort|actor.type|company|coarser|
gtd/targsubtype1|9|farm or ranch|actor.type|company|coarser|
gtd/targsubtype1|10|mining|actor.type|company|coarser|
gtd/targsubtype1|11|entertainment, stadium or casino|actor.type|company|coarser|
gtd/targsubtype1|12|construction|actor.type|company|coarser|
gtd/targsubtype1|13|private security firm|actor.type|company|coarser|
gtd/targsubtype1|14|judge, attorney or court|actor.type|government|coarser|
gtd/targsubtype1|15|politician, party or rally|actor.type|political-party|coarser|
gtd/targsubtype1|16|royalty|actor.type|individual|coarser|
gtd/targsubtype1|17|head of state|actor.type|individual|coarser|
gtd/targsubtype1|18|government personnel|actor.type|government|coarser|
gtd/targsubtype1|19|election-related|actor.type|government|coarser|
gtd/targsubtype1|20|intelligence|actor.type|government|coarser|
gtd/targsubtype1|21|government building or office|actor.type|government|coarser|
gtd/targsubtype1|22|police building|place.type|site|coarser|
gtd/targsubtype1|23|police patrol|actor.type|state-forces|coarser|
gtd/targsubtype1|24|police checkpoint|place.type|site|coarser|
gtd/targsubtype1|25|police forces or officers|actor.type|state-forces|coarser|
gtd/targsubtype1|26|prison|place.type|site|coarser|
gtd/targsubtype1|27|barracks, base or headquarters|place.type|site|coarser|
gtd/targsubtype1|28|recruiting station or academy|place.type|site|coarser|
gtd/targsubtype1|29|military unit, patrol or convoy|actor.type|state-forces|coarser|
gtd/targsubtype1|30|weaponry|||none|a thing
gtd/targsubtype1|31|military aircraft|actor.type|state-forces|coarser|
gtd/targsubtype1|32|navy or coast guard|actor.type|state-forces|coarser|
gtd/targsubtype1|33|non-combatant military personnel|actor.type|state-forces|coarser|
gtd/targsubtype1|34|military personnel|actor.type|state-forces|coarser|
gtd/targsubtype1|35|military transport|actor.type|state-forces|coarser|
gtd/targsubtype1|36|military checkpoint|place.type|site|coarser|
gtd/targsubtype1|37|alliance forces (NATO)|actor.type|alliance|coarser|
gtd/targsubtype1|39|paramilitary|actor.type|armed-group|coarser|
gtd/targsubtype1|40|clinic|place.type|site|coarser|
gtd/targsubtype1|41|abortion personnel|actor.type|individual|coarser|
gtd/targsubtype1|42|aircraft|||none|a thing
gtd/targsubtype1|43|airline personnel|actor.type|individual|coarser|
gtd/targsubtype1|44|airport|place.type|site|coarser|
gtd/targsubtype1|45|diplomatic personnel|actor.type|individual|coarser|
gtd/targsubtype1|46|embassy or consulate|place.type|site|coarser|
gtd/targsubtype1|47|international organisation|actor.type|intergovernmental-body|exact|
gtd/targsubtype1|48|teacher or professor|actor.type|individual|coarser|
gtd/targsubtype1|49|school or university|place.type|site|coarser|
gtd/targsubtype1|50|other educational personnel|actor.type|individual|coarser|
gtd/targsubtype1|51|food supply|||none|a thing
gtd/targsubtype1|52|water supply|||none|a thing
gtd/targsubtype1|53|newspaper|actor.type|media|coarser|
gtd/targsubtype1|54|radio journalists|actor.type|media|coarser|
gtd/targsubtype1|55|television journalists|actor.type|media|coarser|
gtd/targsubtype1|56|other media|actor.type|media|coarser|
gtd/targsubtype1|57|civilian vessel|||none|a thing
gtd/targsubtype1|58|commercial shipping|actor.type|company|coarser|
gtd/targsubtype1|59|oil tanker|actor.type|company|coarser|
gtd/targsubtype1|60|port|place.type|site|coarser|
gtd/targsubtype1|61|domestic non-governmental organisation|actor.type|organisation|coarser|
gtd/targsubtype1|62|international non-governmental organisation|actor.type|organisation|coarser|
gtd/targsubtype1|63|ambulance|||none|a thing
gtd/targsubtype1|64|fire service|actor.type|organisation|coarser|
gtd/targsubtype1|65|refugees or their camp|actor.type|population|coarser|
gtd/targsubtype1|66|demilitarised zone|place.type|region|coarser|
gtd/targsubtype1|67|unnamed civilians|actor.type|population|coarser|
gtd/targsubtype1|68|named civilian|actor.type|individual|coarser|
gtd/targsubtype1|69|people of an identified religion|actor.type|population|coarser|
gtd/targsubtype1|70|student|actor.type|population|coarser|
gtd/targsubtype1|71|people of an identified ethnicity|actor.type|population|coarser|
gtd/targsubtype1|72|farmer|actor.type|population|coarser|
gtd/targsubtype1|73|private vehicle|||none|a thing
gtd/targsubtype1|74|marketplace or square|place.type|site|coarser|
gtd/targsubtype1|75|village, city or suburb|place.type|city|exact|
gtd/targsubtype1|76|residence|place.type|site|coarser|
gtd/targsubtype1|77|labourer|actor.type|population|coarser|
gtd/targsubtype1|78|procession or gathering|actor.type|unarmed-group|coarser|
gtd/targsubtype1|79|public area|place.type|site|coarser|
gtd/targsubtype1|80|memorial or cemetery|place.type|site|coarser|
gtd/targsubtype1|81|museum or cultural centre|place.type|site|coarser|
gtd/targsubtype1|82|labour union|actor.type|organisation|coarser|
gtd/targsubtype1|83|protester|actor.type|unarmed-group|coarser|
gtd/targsubtype1|84|party member or rally|actor.type|political-party|coarser|
gtd/targsubtype1|85|religious figure|actor.type|individual|coarser|
gtd/targsubtype1|86|place of worship|place.type|site|coarser|
gtd/targsubtype1|87|religious institution|actor.type|organisation|coarser|
gtd/targsubtype1|88|radio station|actor.type|media|coarser|
gtd/targsubtype1|89|television station|actor.type|media|coarser|
gtd/targsubtype1|90|telephone or telegraph|place.type|site|coarser|
gtd/targsubtype1|91|internet infrastructure|place.type|site|coarser|
gtd/targsubtype1|92|several telecommunication targets|place.type|site|coarser|
gtd/targsubtype1|93|terrorist organisation|actor.type|armed-group|coarser|
gtd/targsubtype1|94|non-state militia|actor.type|armed-group|coarser|
gtd/targsubtype1|95|travel agency|actor.type|company|coarser|
gtd/targsubtype1|96|tour bus|||none|a thing
gtd/targsubtype1|97|tourist|actor.type|population|coarser|
gtd/targsubtype1|98|other tourist facility|place.type|site|coarser|
gtd/targsubtype1|99|bus|||none|a thing
gtd/targsubtype1|100|railway|place.type|site|coarser|
gtd/targsubtype1|101|bus station|place.type|site|coarser|
gtd/targsubtype1|102|subway|place.type|site|coarser|
gtd/targsubtype1|103|bridge or tunnel|place.type|site|coarser|
gtd/targsubtype1|104|road or highway|place.type|site|coarser|
gtd/targsubtype1|105|taxi|||none|a thing
gtd/targsubtype1|106|gas utility|actor.type|company|coarser|
gtd/targsubtype1|107|electricity utility|actor.type|company|coarser|
gtd/targsubtype1|108|oil utility|actor.type|company|coarser|
gtd/targsubtype1|109|official of a violent party|actor.type|political-party|coarser|
gtd/targsubtype1|110|office of a violent party|actor.type|political-party|coarser|
gtd/targsubtype1|111|rally of a violent party|actor.type|political-party|coarser|
gtd/targsubtype1|112|legal services|actor.type|company|coarser|
gtd/targsubtype1|113|alleged informant|actor.type|individual|coarser|
gtd/targtype1|1|business|actor.type|company|coarser|
gtd/targtype1|2|government, general|actor.type|government|exact|
gtd/targtype1|3|police|actor.type|state-forces|coarser|
gtd/targtype1|4|military|actor.type|state-forces|coarser|
gtd/targtype1|5|abortion provider|actor.type|organisation|coarser|
gtd/targtype1|6|airport or aircraft|place.type|site|coarser|
gtd/targtype1|7|government, diplomatic|actor.type|state|coarser|the sending state
gtd/targtype1|8|educational institution|actor.type|organisation|coarser|
gtd/targtype1|9|food or water supply|place.type|site|coarser|
gtd/targtype1|10|journalists and media|actor.type|media|exact|
gtd/targtype1|11|maritime|actor.type|company|coarser|
gtd/targtype1|12|non-governmental organisation|actor.type|organisation|coarser|
gtd/targtype1|13|other|||none|other
gtd/targtype1|14|private citizens and property|actor.type|population|coarser|
gtd/targtype1|15|religious figures or institutions|actor.type|organisation|coarser|
gtd/targtype1|16|telecommunication|place.type|site|coarser|
gtd/targtype1|17|terrorists or non-state militia|actor.type|armed-group|exact|
gtd/targtype1|18|tourists|actor.type|population|coarser|
gtd/targtype1|19|transportation, not by air|place.type|site|coarser|
gtd/targtype1|20|unknown|||none|unknown
gtd/targtype1|21|utilities|place.type|site|coarser|
gtd/targtype1|22|violent political party|actor.type|political-party|exact|
mapping-militants/type|Affiliates|affiliation|relationship.type|affiliate-of|exact|
mapping-militants/type|Allies|alliance|relationship.type|ally|exact|both ways
mapping-militants/type|Rivals|rivalry|relationship.type|rival|exact|both ways; armed enemies as well
mapping-militants/type|Splits|split|relationship.type|split-from|exact|
mapping-militants/type|Mergers|merger|relationship.type|merged-into|exact|
pa-x/Agtp|Inter|between states, on a conflict between states|actor.type|state|coarser|of the parties
pa-x/Agtp|InterIntra|between states, on a conflict within one|actor.type|intergovernmental-body|coarser|of the parties; states as well
pa-x/Agtp|Intra|within a state|actor.type|government|coarser|of one party
pa-x/Agtp|IntraLocal|within a state, on local issues|actor.type|population|coarser|of a party; local armed groups as well
pa-x/Contp|Government|government|interest.category|political|coarser|of the issue
pa-x/Contp|Territory|territory|interest.category|territorial|exact|of the issue
pa-x/Contp|Government/territory|government and territory|interest.category|political|coarser|of the issue
pa-x/Contp|Government/territory|government and territory|interest.category|territorial|coarser|of the issue
pa-x/Contp|Inter-group|between groups|interest.category|social|coarser|of the issue
pa-x/Contp|Other|other|||none|other
pa-x/Stage|Pre|pre-negotiation|event.type|negotiation|coarser|the talks that it plans; the document itself is an agreement
pa-x/Stage|SubPar|substantive, partial|event.outcome|partial|exact|also event.type=agreement
pa-x/Stage|SubPar|substantive, partial|event.type|agreement|exact|also event.type=agreement
pa-x/Stage|SubComp|substantive, comprehensive|event.outcome|agreed|exact|also event.type=agreement
pa-x/Stage|SubComp|substantive, comprehensive|event.type|agreement|exact|also event.type=agreement
pa-x/Stage|Imp|implementation or renegotiation|event.bears_on.how|fulfils|coarser|on an earlier provision; also event.type=agreement
pa-x/Stage|Imp|implementation or renegotiation|event.type|agreement|coarser|on an earlier provision; also event.type=agreement
pa-x/Stage|Ren|renewal|position.form|agreed|coarser|again; also event.type=agreement
pa-x/Stage|Ren|renewal|event.type|agreement|coarser|again; also event.type=agreement
pa-x/Stage|Cea|ceasefire or related|event.type|ceasefire|exact|
pa-x/Stage|Oth|other|||none|other
pa-x/StageSub|Proc|process|event.type|negotiation|coarser|the talks that it plans
pa-x/StageSub|Prin|principles|event.type|agreement|coarser|
pa-x/StageSub|Conf|confidence-building measure|event.type|agreement|coarser|
pa-x/StageSub|PreMix|pre-negotiation, mixed|event.type|negotiation|coarser|the talks that it plans
pa-x/StageSub|PreOth|pre-negotiation, other|event.type|negotiation|coarser|the talks that it plans
pa-x/StageSub|Iss|one core issue|event.outcome|partial|coarser|
pa-x/StageSub|MultIss|several issues|event.outcome|partial|coarser|
pa-x/StageSub|FrparOth|partial, other|event.outcome|partial|coarser|
pa-x/StageSub|FrAg|comprehensive framework|event.outcome|agreed|exact|
pa-x/StageSub|FrCons|constitution|event.type|agreement|coarser|
pa-x/StageSub|ImpMod|implementation modalities|event.bears_on.how|fulfils|coarser|
pa-x/StageSub|ExtSub|extension to new issues|event.type|agreement|coarser|
pa-x/StageSub|ExtPar|extension to new parties|event.type|agreement|coarser|
pa-x/StageSub|ImpOth|implementation, other|event.bears_on.how|fulfils|coarser|
pa-x/StageSub|Reimp|renewal of an implementation agreement|position.form|agreed|coarser|again
pa-x/StageSub|Repre|renewal of a pre-negotiation agreement|position.form|agreed|coarser|again
pa-x/StageSub|Resub|renewal of a substantive agreement|position.form|agreed|coarser|again
pa-x/StageSub|Reoth|renewal of another agreement|position.form|agreed|coarser|again
pa-x/StageSub|Ceas|ceasefire agreement|event.type|ceasefire|coarser|
pa-x/StageSub|Rel|ceasefire-related|event.type|ceasefire|coarser|monitoring or extension
pa-x/StageSub|CeaMix|ceasefire with wider provisions|event.type|ceasefire|coarser|
pa-x/Status|Multiparty signed/agreed|signed or agreed by several parties|position.form|agreed|exact|also event.type=agreement
pa-x/Status|Multiparty signed/agreed|signed or agreed by several parties|event.type|agreement|exact|also event.type=agreement
pa-x/Status|Unilateral document|document of one side|event.type|communication|coarser|
pa-x/Status|Status unclear|unclear|||none|unclear
pa-x/Status|Agreement with subsequent status|proposal that became a basis|position.form|proposal|exact|
paa-x/node_type|CON|country or state|actor.type|state|exact|
paa-x/node_type|ARM|armed organisation|actor.type|armed-group|exact|
paa-x/node_type|IGO|intergovernmental organisation|actor.type|intergovernmental-body|exact|
paa-x/node_type|POL|political party|actor.type|political-party|exact|
paa-x/node_type|ENT|entity of disputed or partial statehood|actor.type|government|coarser|
paa-x/node_type|NGO|non-governmental organisation|actor.type|organisation|coarser|
paa-x/node_type|OTH|other|||none|other
paa-x/node_type|MIL|military of a state|actor.type|state-forces|exact|
paa-x/node_type|UMB|umbrella|actor.type|alliance|coarser|
paa-x/node_type|COA|coalition of states|actor.type|alliance|coarser|
paa-x/signatory_type|party|party|event.participants.role|party|exact|also event.participants.role=signatory
paa-x/signatory_type|party|party|event.participants.role|signatory|exact|also event.participants.role=signatory
paa-x/signatory_type|third party|third party|event.participants.role|signatory|exact|signs without being a party; the text may call it witness, observer, guarantor or mediator
plover/event|AGREE|agree or promise to cooperate|event.type|promise|exact|
plover/event|CONSULT|consult or meet|event.type|meeting|coarser|negotiations as well
plover/event|SUPPORT|support in words or diplomacy|event.type|communication|coarser|agreements and recognition as well
plover/event|CONCEDE|concede in words|position.form|acceptance|coarser|
plover/event|COOPERATE|cooperate materially|event.type|cooperation|exact|
plover/event|AID|give aid|event.type|aid|exact|
plover/event|RETREAT|yield materially|event.type|withdrawal|coarser|releases and ceasefires as well
plover/event|REQUEST|ask or demand|event.type|request|exact|
plover/event|ACCUSE|accuse or disapprove|event.type|accusation|coarser|inquiries as well
plover/event|REJECT|reject or refuse|event.type|rejection|exact|
plover/event|THREATEN|threaten|event.type|threat|exact|
plover/event|PROTEST|protest|event.type|protest|coarser|riots as well
plover/event|SANCTION|reduce relations|event.type|break-off|coarser|of relations, in part as well
plover/event|MOBILIZE|move or ready forces|event.type|mobilisation|coarser|movements as well
plover/event|COERCE|coerce|event.type|sanction|coarser|force against rights or property
plover/event|ASSAULT|use violence|event.type|attack|coarser|clashes as well
plover-gsr/event|AGREE|agree or promise to cooperate|event.type|promise|exact|
plover-gsr/event|AID|give aid|event.type|aid|exact|
plover-gsr/event|ASSAULT|use violence|event.type|attack|coarser|clashes as well
plover-gsr/event|COERCE|coerce|event.type|sanction|coarser|force against rights or property
plover-gsr/event|CONCEDE|concede in words|position.form|acceptance|coarser|
plover-gsr/event|CONSULT|consult or meet|event.type|meeting|coarser|negotiations as well
plover-gsr/event|COOPERATE|cooperate materially|event.type|cooperation|exact|
plover-gsr/event|CRIME|crime|||none|
plover-gsr/event|DEMAND|demand|event.type|request|exact|
plover-gsr/event|DISAPPROVE|disapprove or accuse|event.type|accusation|exact|
plover-gsr/event|FIGHT|fight|event.type|clash|coarser|one-sided force as well
plover-gsr/event|INVESTIGATE|investigate|event.type|inquiry|exact|
plover-gsr/event|MOBILIZE|move or ready forces|event.type|mobilisation|coarser|movements as well
plover-gsr/event|PROTEST|protest|event.type|protest|coarser|riots as well
plover-gsr/event|REJECT|reject or refuse|event.type|rejection|exact|
plover-gsr/event|RETREAT|yield materially|event.type|withdrawal|coarser|releases and ceasefires as well
plover-gsr/event|SANCTION|reduce relations|event.type|break-off|coarser|of relations, in part as well
plover-gsr/event|SUPPORT|support in words or diplomacy|event.type|communication|coarser|agreements and recognition as well
plover-gsr/event|THREATEN|threaten|event.type|threat|exact|
plover-gsr/mode|ASSAULT/assassinate|assassination|event.type|killing|coarser|
plover-gsr/mode|ASSAULT/beat|beating|event.type|attack|coarser|
plover-gsr/mode|ASSAULT/explosives|placed explosives|event.type|bombardment|coarser|
plover-gsr/mode|ASSAULT/primitive|primitive weapons|event.type|attack|coarser|
plover-gsr/mode|ASSAULT/sexual|sexual violence|event.type|sexual-violence|exact|
plover-gsr/mode|ASSAULT/suicide-attack|suicide attack|event.type|attack|coarser|
plover-gsr/mode|ASSAULT/torture|torture|event.type|attack|coarser|
plover-gsr/mode|COERCE/arrest|arrest|event.type|detention|coarser|
plover-gsr/mode|COERCE/ban|ban|event.type|sanction|coarser|by a party''s own authorities
plover-gsr/mode|COERCE/censor|censorship|event.type|sanction|coarser|by a party''s own authorities
plover-gsr/mode|COERCE/confiscate|confiscation|event.type|seizure|coarser|of property
plover-gsr/mode|COERCE/curfew|curfew|event.type|sanction|coarser|by a party''s own authorities
plover-gsr/mode|COERCE/deport|deportation|event.type|displacement|coarser|of individuals
plover-gsr/mode|COERCE/destroy|destruction of property|event.type|destruction|exact|
plover-gsr/mode|COERCE/detain|detention|event.type|detention|coarser|
plover-gsr/mode|COERCE/firearms|firearms against civilians|event.type|attack|coarser|
plover-gsr/mode|COERCE/martial-law|emergency or martial law|event.type|sanction|coarser|by a party''s own authorities
plover-gsr/mode|COERCE/restrict|restriction of movement or freedoms|event.type|sanction|coarser|by a party''s own authorities
plover-gsr/mode|CONSULT/host|host of a visit|event.participants.role|host|exact|of the source; also event.type=meeting
plover-gsr/mode|CONSULT/host|host of a visit|event.type|meeting|exact|of the source; also event.type=meeting
plover-gsr/mode|CONSULT/multilateral|meeting of many|event.type|meeting|coarser|three or more take part
plover-gsr/mode|CONSULT/phone|talk by telephone|event.type|meeting|coarser|a call
plover-gsr/mode|CONSULT/third-party|meeting hosted by a third party|event.participants.role|host|exact|of a third party; also event.type=meeting
plover-gsr/mode|CONSULT/third-party|meeting hosted by a third party|event.type|meeting|exact|of a third party; also event.type=meeting
plover-gsr/mode|CONSULT/visit|visit|event.participants.role|host|exact|of the target; also event.type=meeting
plover-gsr/mode|CONSULT/visit|visit|event.type|meeting|exact|of the target; also event.type=meeting
plover-gsr/mode|FIGHT/assassinate|assassination|event.type|killing|coarser|
plover-gsr/mode|FIGHT/deport|mass expulsion|event.type|displacement|coarser|
plover-gsr/mode|FIGHT/explosives|placed explosives|event.type|bombardment|coarser|
plover-gsr/mode|FIGHT/firearms|firearms|event.type|clash|coarser|
plover-gsr/mode|FIGHT/heavy-weapons|heavy weapons|event.type|bombardment|coarser|
plover-gsr/mode|FIGHT/other|other means|||none|
plover-gsr/mode|MOBILIZE/police|police|event.type|mobilisation|coarser|movements as well
plover-gsr/mode|MOBILIZE/troops|troops|event.type|mobilisation|coarser|movements as well
plover-gsr/mode|MOBILIZE/weapons|readiness of weapons|event.type|mobilisation|coarser|
plover-gsr/mode|PROTEST/demo-org|organised demonstration|event.type|protest|coarser|
plover-gsr/mode|PROTEST/demo-spon|spontaneous demonstration|event.type|protest|coarser|
plover-gsr/mode|PROTEST/obstruct|obstruction|event.type|protest|coarser|
plover-gsr/mode|PROTEST/riot|riot|event.type|riot|exact|
plover-gsr/mode|PROTEST/riot-spon|spontaneous riot|event.type|riot|coarser|
plover-gsr/mode|PROTEST/strike-gen|general strike|event.type|protest|coarser|
plover-gsr/mode|PROTEST/strike-hun|hunger strike|event.type|protest|coarser|
plover-gsr/mode|THREATEN/curfew|threaten curfew|event.type|threat|coarser|
plover-gsr/mode|THREATEN/martial-law|threaten martial law|event.type|threat|coarser|
plover-gsr/mode|THREATEN/political|threaten political rights|event.type|threat|coarser|
plover-gsr/mode|THREATEN/relations|threaten relations|event.type|threat|coarser|
plover-gsr/mode|THREATEN/restrict|threaten restrictions|event.type|threat|coarser|
plover-gsr/mode|THREATEN/violence|threaten violence|event.type|threat|coarser|
plover/mode|CONSULT/visit|visit|event.participants.role|host|exact|of the recipient; also event.type=meeting
plover/mode|CONSULT/visit|visit|event.type|meeting|exact|of the recipient; also event.type=meeting
plover/mode|CONSULT/third-party|meeting hosted by a third party|event.participants.role|host|exact|of a third party; also event.type=meeting
plover/mode|CONSULT/third-party|meeting hosted by a third party|event.type|meeting|exact|of a third party; also event.type=meeting
plover/mode|CONSULT/multilateral|meeting of many|event.type|meeting|coarser|three or more take part
plover/mode|CONSULT/phone|talk at a distance|event.type|meeting|coarser|a call
plover/mode|RETREAT/withdraw|withdrawal|event.type|withdrawal|exact|
plover/mode|RETREAT/release|release of captives|event.type|release|exact|
plover/mode|RETREAT/disarm|disarmament|event.type|easing|coarser|
plover/mode|RETREAT/ceasefire|ceasefire|event.type|ceasefire|exact|
plover/mode|RETREAT/access|access for third parties|event.type|easing|coarser|
plover/mode|RETREAT/resign|resignation|event.type|dissolution|coarser|
plover/mode|REQUEST/assist|ask for assistance|event.type|request|coarser|
plover/mode|REQUEST/change|ask for change|event.type|request|coarser|
plover/mode|REQUEST/yield|ask to yield|event.type|request|coarser|
plover/mode|REQUEST/meet|ask to meet|event.type|request|coarser|
plover/mode|ACCUSE/disapprove|disapproval|event.type|accusation|coarser|
plover/mode|ACCUSE/investigate|investigation|event.type|inquiry|coarser|
plover/mode|ACCUSE/allege|allegation|event.type|accusation|coarser|
plover/mode|REJECT/assist|refuse assistance|event.type|rejection|coarser|
plover/mode|REJECT/change|refuse change|event.type|rejection|coarser|
plover/mode|REJECT/yield|refuse to yield|event.type|rejection|coarser|
plover/mode|REJECT/meet|refuse to meet|event.type|rejection|coarser|
plover/mode|THREATEN/restrict|threaten restrictions|event.type|threat|coarser|
plover/mode|THREATEN/arrest|threaten arrest|event.type|threat|coarser|
plover/mode|THREATEN/relations|threaten relations or talks|event.type|threat|coarser|
plover/mode|THREATEN/expel|threaten expulsion|event.type|threat|coarser|
plover/mode|THREATEN/territory|threaten occupation|event.type|threat|coarser|
plover/mode|THREATEN/violence|threaten violence|event.type|threat|coarser|
plover/mode|PROTEST/demo|demonstration|event.type|protest|coarser|
plover/mode|PROTEST/riot|riot|event.type|riot|exact|
plover/mode|PROTEST/strike|strike|event.type|protest|coarser|
plover/mode|PROTEST/hunger|hunger strike|event.type|protest|coarser|
plover/mode|PROTEST/boycott|boycott|event.type|protest|coarser|
plover/mode|PROTEST/obstruct|obstruction|event.type|protest|coarser|
plover/mode|PROTEST/vandalize|symbolic damage|event.type|destruction|coarser|
plover/mode|SANCTION/convict|conviction|event.type|inquiry|coarser|a verdict
plover/mode|SANCTION/expel|expulsion from a body or country|event.type|sanction|coarser|
plover/mode|SANCTION/withdraw|withdrawal of oneself or of means|event.type|break-off|coarser|
plover/mode|SANCTION/discontinue|exchange reduced or ended|event.type|sanction|coarser|
plover/mode|MOBILIZE/troops|troops|event.type|mobilisation|coarser|movements as well
plover/mode|MOBILIZE/weapons|readiness of weapons|event.type|mobilisation|coarser|
plover/mode|MOBILIZE/police|police|event.type|mobilisation|coarser|movements as well
plover/mode|MOBILIZE/militia|militia|event.type|mobilisation|coarser|movements as well
plover/mode|COERCE/seize|search, raid or confiscation|event.type|seizure|coarser|
plover/mode|COERCE/restrict|restriction of freedoms|event.type|sanction|coarser|by a party''s own authorities
plover/mode|COERCE/censor|censorship|event.type|sanction|coarser|by a party''s own authorities
plover/mode|COERCE/curfew|curfew|event.type|sanction|coarser|by a party''s own authorities
plover/mode|COERCE/martial-law|emergency or martial law|event.type|sanction|coarser|by a party''s own authorities
plover/mode|COERCE/arrest|arrest|event.type|detention|exact|
plover/mode|COERCE/deport|deportation|event.type|displacement|coarser|of individuals
plover/mode|COERCE/withhold|goods or services withheld|event.type|sanction|coarser|
plover/mode|COERCE/misinformation|deception|event.type|communication|coarser|
plover/mode|COERCE/cyber|attack on computers|event.type|attack|coarser|
plover/mode|ASSAULT/abduct|abduction or hijacking|event.type|abduction|exact|
plover/mode|ASSAULT/beat|beating|event.type|attack|coarser|
plover/mode|ASSAULT/torture|torture|event.type|attack|coarser|
plover/mode|ASSAULT/sexual|sexual violence|event.type|sexual-violence|exact|
plover/mode|ASSAULT/targeted|targeted killing|event.type|killing|exact|attempts have event.outcome=failed
plover/mode|ASSAULT/targeted|targeted killing|event.outcome|failed|exact|attempts have event.outcome=failed
plover/mode|ASSAULT/destroy|destruction|event.type|destruction|coarser|
plover/mode|ASSAULT/primitive|primitive weapons|event.type|attack|coarser|
plover/mode|ASSAULT/firearms|firearms|event.type|attack|coarser|
plover/mode|ASSAULT/explosives|placed explosives|event.type|bombardment|coarser|
plover/mode|ASSAULT/suicide-attack|suicide attack|event.type|attack|coarser|
plover/mode|ASSAULT/aerial|aircraft|event.type|bombardment|coarser|
plover/mode|ASSAULT/drone|unmanned aircraft|event.type|bombardment|coarser|
plover/mode|ASSAULT/heavy-weapons|heavy weapons|event.type|bombardment|coarser|
plover/mode|ASSAULT/crowd-control|crowd control|event.type|operation|coarser|
plover/mode|ASSAULT/unconventional|chemical, biological, radiological or nuclear weapons|event.type|attack|coarser|
ucdp-actor/Org|1|formally organised group|actor.type|armed-group|exact|
ucdp-actor/Org|2|supporters of a party or candidate|actor.type|political-party|coarser|the supporters are not the party
ucdp-actor/Org|3|group of a shared identity|actor.type|population|exact|clans, peoples, communities
ucdp-actor/Org|4|government of a state|actor.type|government|exact|
ucdp-cid/issue|1101|independence|interest.category|territorial|coarser|
ucdp-cid/issue|1102|irredentism|interest.category|territorial|coarser|
ucdp-cid/issue|1201|unification of states|interest.category|territorial|coarser|
ucdp-cid/issue|1301|autonomy|interest.category|territorial|coarser|
ucdp-cid/issue|1302|federalism|interest.category|territorial|coarser|
ucdp-cid/issue|1303|confederation or union|interest.category|territorial|coarser|
ucdp-cid/issue|1401|decentralisation|interest.category|territorial|coarser|
ucdp-cid/issue|1402|administrative divisions|interest.category|territorial|coarser|
ucdp-cid/issue|2101|political system: democracy|interest.category|ideological|coarser|
ucdp-cid/issue|2102|political system: socialist|interest.category|ideological|coarser|
ucdp-cid/issue|2103|political system: Islamic|interest.category|ideological|coarser|
ucdp-cid/issue|2104|political system: other|interest.category|ideological|coarser|
ucdp-cid/issue|2201|oust the full executive|interest.category|political|coarser|
ucdp-cid/issue|2202|oust the head of the executive|interest.category|political|coarser|
ucdp-cid/issue|2203|reform the executive|interest.category|political|coarser|
ucdp-cid/issue|2204|executive power-sharing|interest.category|political|coarser|
ucdp-cid/issue|2205|interim executive power-sharing|interest.category|political|coarser|
ucdp-cid/issue|2206|oust a local executive|interest.category|political|coarser|
ucdp-cid/issue|2301|oust the parliament|interest.category|political|coarser|
ucdp-cid/issue|2302|reform the parliament|interest.category|political|coarser|
ucdp-cid/issue|2303|parliamentary power-sharing|interest.category|political|coarser|
ucdp-cid/issue|2401|change the judicial system|interest.category|justice|coarser|
ucdp-cid/issue|2402|reform the judicial system|interest.category|justice|coarser|
ucdp-cid/issue|2403|constitution|interest.category|political|coarser|
ucdp-cid/issue|2501|restructure the military|interest.category|security|coarser|
ucdp-cid/issue|2502|restructure the police|interest.category|security|coarser|
ucdp-cid/issue|2503|disband paramilitaries|interest.category|security|coarser|
ucdp-cid/issue|2504|security power-sharing|interest.category|security|coarser|
ucdp-cid/issue|2601|bureaucracy|interest.category|political|coarser|
ucdp-cid/issue|3101|rule of law|interest.category|justice|coarser|
ucdp-cid/issue|3102|law and order|interest.category|security|coarser|
ucdp-cid/issue|3103|corruption|interest.category|justice|coarser|
ucdp-cid/issue|3104|foreign policy|interest.category|political|coarser|
ucdp-cid/issue|3201|hold elections|interest.category|political|coarser|
ucdp-cid/issue|3202|against elections|interest.category|political|coarser|
ucdp-cid/issue|3203|electoral reform|interest.category|political|coarser|
ucdp-cid/issue|3204|electoral fraud|interest.category|justice|coarser|
ucdp-cid/issue|4101|civil rights|interest.category|social|coarser|
ucdp-cid/issue|4102|restrict civil rights|interest.category|social|coarser|
ucdp-cid/issue|4103|citizenship|interest.category|social|coarser|
ucdp-cid/issue|4104|human rights|interest.category|justice|coarser|
ucdp-cid/issue|4105|freedom of expression|interest.category|social|coarser|
ucdp-cid/issue|4106|freedom of association|interest.category|social|coarser|
ucdp-cid/issue|4107|freedom of movement|interest.category|social|coarser|
ucdp-cid/issue|4108|recognition as a party|interest.category|social|coarser|
ucdp-cid/issue|4109|restrict expression|interest.category|social|coarser|
ucdp-cid/issue|4201|religious rights|interest.category|social|coarser|
ucdp-cid/issue|4202|restrict religious rights|interest.category|ideological|coarser|
ucdp-cid/issue|4205|religion in education|interest.category|ideological|coarser|
ucdp-cid/issue|4206|blasphemy|interest.category|ideological|coarser|
ucdp-cid/issue|4301|cultural rights|interest.category|social|coarser|
ucdp-cid/issue|4302|restrict cultural rights|interest.category|social|coarser|
ucdp-cid/issue|4303|language rights|interest.category|social|coarser|
ucdp-cid/issue|4304|culture in education|interest.category|social|coarser|
ucdp-cid/issue|4305|protect heritage|interest.category|social|coarser|
ucdp-cid/issue|4306|destroy heritage|interest.category|ideological|coarser|
ucdp-cid/issue|4401|gender rights|interest.category|social|coarser|
ucdp-cid/issue|4402|restrict gender rights|interest.category|ideological|coarser|
ucdp-cid/issue|4501|labour rights|interest.category|economic|coarser|
ucdp-cid/issue|4601|children''s rights|interest.category|social|coarser|
ucdp-cid/issue|4701|referendum|interest.category|political|coarser|
ucdp-cid/issue|5101|change the economic system|interest.category|economic|coarser|
ucdp-cid/issue|5102|economic reforms|interest.category|economic|coarser|
ucdp-cid/issue|5103|public services|interest.category|economic|coarser|
ucdp-cid/issue|5104|basic needs|interest.category|economic|coarser|
ucdp-cid/issue|5201|land reform|interest.category|economic|coarser|
ucdp-cid/issue|5202|water|interest.category|economic|coarser|
ucdp-cid/issue|5203|revenue of natural resources|interest.category|economic|coarser|
ucdp-cid/issue|5204|protect nature or resources|interest.category|economic|coarser|
ucdp-cid/issue|5205|climate change|interest.category|economic|coarser|
ucdp-cid/issue|6101|more: foreign forces|interest.category|security|coarser|
ucdp-cid/issue|6102|more: military support|interest.category|security|coarser|
ucdp-cid/issue|6103|more: political support|interest.category|political|coarser|
ucdp-cid/issue|6104|more: financial support|interest.category|economic|coarser|
ucdp-cid/issue|6105|more: international monitoring|interest.category|security|coarser|
ucdp-cid/issue|6106|more: diasporas or foreign fighters|interest.category|security|coarser|
ucdp-cid/issue|6107|more: sanctions|interest.category|economic|coarser|
ucdp-cid/issue|6108|more: humanitarian aid|interest.category|social|coarser|
ucdp-cid/issue|6109|more: international inquiry or court|interest.category|justice|coarser|
ucdp-cid/issue|6110|more: foreign mediator|interest.category|political|coarser|
ucdp-cid/issue|6111|more: recognition|interest.category|political|coarser|
ucdp-cid/issue|6112|more: foreign influence|interest.category|political|coarser|
ucdp-cid/issue|6201|less: foreign forces|interest.category|security|coarser|
ucdp-cid/issue|6202|less: military support|interest.category|security|coarser|
ucdp-cid/issue|6203|less: political support|interest.category|political|coarser|
ucdp-cid/issue|6204|less: financial support|interest.category|economic|coarser|
ucdp-cid/issue|6205|less: international monitoring|interest.category|security|coarser|
ucdp-cid/issue|6206|less: sanctions|interest.category|economic|coarser|
ucdp-cid/issue|6207|less: foreign mediator|interest.category|political|coarser|
ucdp-cid/issue|6208|less: foreigners|interest.category|social|coarser|
ucdp-cid/issue|6209|less: foreign influence|interest.category|political|coarser|
ucdp-cid/issue|6210|less: humanitarian aid|interest.category|social|coarser|
ucdp-cid/issue|7101|atrocities and abuses|interest.category|justice|coarser|
ucdp-cid/issue|7201|targeting: ethnic|interest.category|justice|coarser|
ucdp-cid/issue|7202|targeting: political|interest.category|justice|coarser|
ucdp-cid/issue|7203|targeting: religious|interest.category|justice|coarser|
ucdp-cid/issue|7204|targeting: other group|interest.category|justice|coarser|
ucdp-cid/issue|7301|call for targeting: ethnic|interest.category|ideological|coarser|
ucdp-cid/issue|7302|call for targeting: political|interest.category|ideological|coarser|
ucdp-cid/issue|7303|call for targeting: religious|interest.category|ideological|coarser|
ucdp-cid/issue|7304|call for targeting: other group|interest.category|ideological|coarser|
ucdp-cid/issue|7401|military conduct|interest.category|security|coarser|
ucdp-cid/issue|7501|revenge|interest.category|justice|coarser|
ucdp-cid/issue|8101|return of refugees or displaced|interest.category|social|coarser|
ucdp-cid/issue|8102|no forced return|interest.category|social|coarser|
ucdp-cid/issue|8201|release of prisoners|interest.category|justice|coarser|
ucdp-cid/issue|9101|call for negotiations|interest.category|political|coarser|
ucdp-cid/issue|9102|against negotiations|interest.category|political|coarser|
ucdp-cid/issue|9103|structure of negotiations|interest.category|political|coarser|
ucdp-cid/issue|9104|national dialogue|interest.category|political|coarser|
ucdp-cid/issue|9201|call for a ceasefire|interest.category|security|coarser|
ucdp-cid/issue|9202|keep a ceasefire|interest.category|security|coarser|
ucdp-cid/issue|9301|implement a peace agreement|interest.category|political|coarser|
ucdp-cid/issue|9302|against a peace agreement|interest.category|political|coarser|
ucdp-cid/issue|9304|disarmament and reintegration|interest.category|security|coarser|
ucdp-cid/issue|10101|truth and reconciliation|interest.category|justice|coarser|
ucdp-cid/issue|10201|accountability|interest.category|justice|coarser|
ucdp-cid/issue|10202|amnesties|interest.category|justice|coarser|
ucdp-cid/issue|10203|recognition of wrongdoing|interest.category|justice|coarser|
ucdp-cid/issue|10204|compensation|interest.category|justice|coarser|
ucdp-cid/issue|9999|none recorded|||none|no issue
ucdp-esd/support|ext_x|troops as a secondary warring party|relationship.support|troops|coarser|they fight beside it
ucdp-esd/support|ext_p|foreign troop presence|relationship.support|troops|coarser|they need not fight beside it
ucdp-esd/support|ext_y|infrastructure or joint operations|relationship.support|infrastructure|exact|
ucdp-esd/support|ext_w|weapons|relationship.support|weapons|exact|
ucdp-esd/support|ext_m|materiel and logistics|relationship.support|materiel|exact|
ucdp-esd/support|ext_t|training and expertise|relationship.support|training|exact|
ucdp-esd/support|ext_f|funding|relationship.support|funding|exact|
ucdp-esd/support|ext_i|intelligence|relationship.support|intelligence|exact|
ucdp-esd/support|ext_l|access to territory|relationship.support|territory|exact|
ucdp-esd/support|ext_o|other support|||none|other
ucdp-esd/support|ext_u|support of unknown kind|relationship.support|unknown|exact|
ucdp-ged/type_of_violence|1|state-based violence|actor.type|government|coarser|of side_a; also event.type=clash event.participants.role=party; a raid from the air is a clash only in a wide sense
ucdp-ged/type_of_violence|1|state-based violence|event.type|clash|coarser|of side_a; also event.type=clash event.participants.role=party; a raid from the air is a clash only in a wide sense
ucdp-ged/type_of_violence|1|state-based violence|event.participants.role|party|coarser|of side_a; also event.type=clash event.participants.role=party; a raid from the air is a clash only in a wide sense
ucdp-ged/type_of_violence|2|non-state violence|actor.type|armed-group|coarser|of side_a and side_b; also event.type=clash event.participants.role=party; a community is population
ucdp-ged/type_of_violence|2|non-state violence|event.type|clash|coarser|of side_a and side_b; also event.type=clash event.participants.role=party; a community is population
ucdp-ged/type_of_violence|2|non-state violence|event.participants.role|party|coarser|of side_a and side_b; also event.type=clash event.participants.role=party; a community is population
ucdp-ged/type_of_violence|3|one-sided violence|event.participants.role|victim|exact|of side_b; also event.type=attack; side_a is initiator, side_b are civilians
ucdp-ged/type_of_violence|3|one-sided violence|event.type|attack|exact|of side_b; also event.type=attack; side_a is initiator, side_b are civilians
ucdp-ged/where_prec|1|exact location|place.precision|exact|exact|
ucdp-ged/where_prec|2|near, within about 25 km|place.precision|near|exact|
ucdp-ged/where_prec|3|second-order administrative division|place.precision|district|exact|
ucdp-ged/where_prec|4|first-order administrative division|place.precision|province|exact|
ucdp-ged/where_prec|5|linear feature or fuzzy polygon|place.precision|feature|exact|
ucdp-ged/where_prec|6|country only|place.precision|country|exact|
ucdp-ged/where_prec|7|international waters or airspace|||none|of no country', chr(10))), '|') AS cells);

CREATE TABLE country_names AS SELECT cells[1] AS slug, cells[2] AS country FROM (SELECT string_split(unnest(string_split('afghanistan|AFG
aland-islands|ALA
albania|ALB
algeria|DZA
american-samoa|ASM
andorra|AND
angola|AGO
anguilla|AIA
antarctica|ATA
antigua-and-barbuda|ATG
argentina|ARG
armenia|ARM
aruba|ABW
australia|AUS
austria|AUT
azerbaijan|AZE
bahamas|BHS
bahrain|BHR
bangladesh|BGD
barbados|BRB
belarus|BLR
belgium|BEL
belize|BLZ
benin|BEN
bermuda|BMU
bhutan|BTN
bolivia|BOL
bolivia-plurinational-state-of|BOL
bonaire-sint-eustatius-and-saba|BES
bosnia-and-herzegovina|BIH
botswana|BWA
bouvet-island|BVT
brazil|BRA
british-indian-ocean-territory|IOT
brunei|BRN
brunei-darussalam|BRN
bulgaria|BGR
burkina-faso|BFA
burma|BUR
burundi|BDI
byelorussian-ssr|BYS
cabo-verde|CPV
cambodia|KHM
cameroon|CMR
canada|CAN
canton-and-enderbury-islands|CTE
cape-verde|CPV
cayman-islands|CYM
central-african-republic|CAF
chad|TCD
chile|CHL
china|CHN
christmas-island|CXR
cocos-keeling-islands|CCK
colombia|COL
comoros|COM
congo|COG
congo-democratic-republic-of-the|COD
cook-islands|COK
costa-rica|CRI
cote-d-ivoire|CIV
croatia|HRV
cuba|CUB
curacao|CUW
cyprus|CYP
czech-republic|CZE
czechia|CZE
czechoslovakia|CSK
dahomey|DHY
denmark|DNK
djibouti|DJI
dominica|DMA
dominican-republic|DOM
dr-congo|COD
dronning-maud-land|ATN
east-timor|TLS
ecuador|ECU
egypt|EGY
el-salvador|SLV
equatorial-guinea|GNQ
eritrea|ERI
estonia|EST
eswatini|SWZ
ethiopia|ETH
falkland-islands-malvinas|FLK
faroe-islands|FRO
fiji|FJI
finland|FIN
france|FRA
france-metropolitan|FXX
french-afars-and-issas|AFI
french-guiana|GUF
french-polynesia|PYF
french-southern-territories|ATF
gabon|GAB
gambia|GMB
georgia|GEO
german-democratic-republic|DDR
germany|DEU
ghana|GHA
gibraltar|GIB
gilbert-and-ellice-islands|GEL
greece|GRC
greenland|GRL
grenada|GRD
guadeloupe|GLP
guam|GUM
guatemala|GTM
guernsey|GGY
guinea|GIN
guinea-bissau|GNB
guyana|GUY
haiti|HTI
heard-island-and-mcdonald-islands|HMD
holy-see|VAT
honduras|HND
hong-kong|HKG
hungary|HUN
iceland|ISL
india|IND
indonesia|IDN
iran|IRN
iran-islamic-republic-of|IRN
iraq|IRQ
ireland|IRL
isle-of-man|IMN
israel|ISR
italy|ITA
ivory-coast|CIV
jamaica|JAM
japan|JPN
jersey|JEY
johnston-island|JTN
jordan|JOR
kazakhstan|KAZ
kenya|KEN
kiribati|KIR
korea-democratic-people-s-republic-of|PRK
korea-republic-of|KOR
kosovo|XKX
kuwait|KWT
kyrgyzstan|KGZ
lao-people-s-democratic-republic|LAO
laos|LAO
latvia|LVA
lebanon|LBN
lesotho|LSO
liberia|LBR
libya|LBY
liechtenstein|LIE
lithuania|LTU
luxembourg|LUX
macao|MAC
madagascar|MDG
malawi|MWI
malaysia|MYS
maldives|MDV
mali|MLI
malta|MLT
marshall-islands|MHL
martinique|MTQ
mauritania|MRT
mauritius|MUS
mayotte|MYT
mexico|MEX
micronesia|FSM
micronesia-federated-states-of|FSM
midway-islands|MID
moldova|MDA
moldova-republic-of|MDA
monaco|MCO
mongolia|MNG
montenegro|MNE
montserrat|MSR
morocco|MAR
mozambique|MOZ
myanmar|MMR
namibia|NAM
nauru|NRU
nepal|NPL
netherlands|NLD
netherlands-antilles|ANT
netherlands-kingdom-of-the|NLD
neutral-zone|NTZ
new-caledonia|NCL
new-hebrides|NHB
new-zealand|NZL
nicaragua|NIC
niger|NER
nigeria|NGA
niue|NIU
norfolk-island|NFK
north-korea|PRK
north-macedonia|MKD
northern-mariana-islands|MNP
norway|NOR
oman|OMN
pacific-islands-trust-territory|PCI
pakistan|PAK
palau|PLW
palestine-state-of|PSE
panama|PAN
panama-canal-zone|PCZ
papua-new-guinea|PNG
paraguay|PRY
peru|PER
philippines|PHL
pitcairn|PCN
poland|POL
portugal|PRT
puerto-rico|PRI
qatar|QAT
reunion|REU
romania|ROU
russia|RUS
russian-federation|RUS
rwanda|RWA
saint-barthelemy|BLM
saint-helena-ascension-and-tristan-da-cunha|SHN
saint-kitts-and-nevis|KNA
saint-lucia|LCA
saint-martin-french-part|MAF
saint-pierre-and-miquelon|SPM
saint-vincent-and-the-grenadines|VCT
samoa|WSM
san-marino|SMR
sao-tome-and-principe|STP
saudi-arabia|SAU
senegal|SEN
serbia|SRB
serbia-and-montenegro|SCG
seychelles|SYC
sierra-leone|SLE
sikkim|SKM
singapore|SGP
sint-maarten-dutch-part|SXM
slovakia|SVK
slovenia|SVN
solomon-islands|SLB
somalia|SOM
south-africa|ZAF
south-georgia-and-the-south-sandwich-islands|SGS
south-korea|KOR
south-sudan|SSD
south-yemen|YMD
southern-rhodesia|RHO
spain|ESP
sri-lanka|LKA
sudan|SDN
suriname|SUR
svalbard-and-jan-mayen|SJM
sweden|SWE
switzerland|CHE
syria|SYR
syrian-arab-republic|SYR
taiwan|TWN
taiwan-province-of-china|TWN
tajikistan|TJK
tanzania|TZA
tanzania-united-republic-of|TZA
thailand|THA
timor-leste|TLS
togo|TGO
tokelau|TKL
tonga|TON
trinidad-and-tobago|TTO
tunisia|TUN
turkey|TUR
turkiye|TUR
turkmenistan|TKM
turks-and-caicos-islands|TCA
tuvalu|TUV
uganda|UGA
ukraine|UKR
united-arab-emirates|ARE
united-kingdom|GBR
united-kingdom-of-great-britain-and-northern-ireland|GBR
united-states-minor-outlying-islands|UMI
united-states-miscellaneous-pacific-islands|PUS
united-states-of-america|USA
upper-volta|HVO
uruguay|URY
ussr|SUN
uzbekistan|UZB
vanuatu|VUT
venezuela|VEN
venezuela-bolivarian-republic-of|VEN
viet-nam|VNM
viet-nam-democratic-republic-of|VDR
vietnam|VNM
virgin-islands-british|VGB
virgin-islands-u-s|VIR
wake-island|WAK
wallis-and-futuna|WLF
western-sahara|ESH
yemen|YEM
yemen-democratic|YMD
yugoslavia|YUG
zaire|ZAR
zambia|ZMB
zimbabwe|ZWE', chr(10))), '|') AS cells);

CREATE TABLE model_fields AS SELECT cells[1] AS kind, cells[2] AS path, cells[3] AS required FROM (SELECT string_split(unnest(string_split('dataset|$schema|false
dataset|kind|true
dataset|id|true
dataset|format|false
dataset|title|true
dataset|description|false
dataset|version|true
dataset|license|true
dataset|publisher|true
dataset|base_iri|true
dataset|language|false
dataset|created|true
dataset|modified|false
dataset|includes|false
dataset|includes.name|false
dataset|includes.title|false
dataset|includes.description|false
dataset|includes.version|false
dataset|includes.license|false
dataset|includes.publisher|false
dataset|includes.base_iri|false
dataset|includes.language|false
dataset|includes.created|false
dataset|includes.modified|false
dataset|includes.note|false
dataset|note|false
dataset|allow|false
dataset|allow.code|false
dataset|allow.why|false
source|$schema|false
source|kind|true
source|id|true
source|title|true
source|aliases|false
source|aliases.text|false
source|aliases.language|false
source|aliases.type|false
source|authors|false
source|publisher|false
source|type|true
source|access|false
source|url|false
source|archived|false
source|archived.url|false
source|archived.when|false
source|published|false
source|accessed|false
source|languages|false
source|rights|false
source|quotable|false
source|text|false
source|text.sha256|false
source|text.length|false
source|file|false
source|file.sha256|false
source|file.media_type|false
source|file.pages|false
source|sections|false
source|sections.title|false
source|sections.span|false
source|sections.span.start|false
source|sections.span.end|false
source|sections.span.sha256|false
source|sections.lists|false
source|sections.of|false
source|sections.empty|false
source|sections.nothing_to_encode|false
source|reports|false
source|reliability|false
source|codes|false
source|codes.scheme|false
source|codes.value|false
source|codings|false
source|codings.scheme|false
source|codings.value|false
source|codings.version|false
source|handling|false
source|status|false
source|note|false
source|allow|false
source|allow.code|false
source|allow.why|false
actor|$schema|false
actor|kind|true
actor|id|true
actor|type|true
actor|name|true
actor|aliases|false
actor|aliases.text|false
actor|aliases.language|false
actor|aliases.type|false
actor|country|false
actor|description|false
actor|seat|false
actor|codes|false
actor|codes.scheme|false
actor|codes.value|false
actor|codings|false
actor|codings.scheme|false
actor|codings.value|false
actor|codings.version|false
actor|basis|true
actor|basis.modality|false
actor|basis.evidence|false
actor|basis.evidence.source|false
actor|basis.evidence.span|false
actor|basis.evidence.span.start|false
actor|basis.evidence.span.end|false
actor|basis.evidence.span.sha256|false
actor|basis.evidence.words|false
actor|basis.evidence.quote|false
actor|basis.evidence.locator|false
actor|basis.standpoints|false
actor|basis.standpoints.holder|false
actor|basis.standpoints.by|false
actor|basis.standpoints.stance|false
actor|basis.standpoints.on|false
actor|basis.standpoints.via|false
actor|basis.standpoints.when|false
actor|basis.standpoints.evidence|false
actor|basis.standpoints.evidence.source|false
actor|basis.standpoints.evidence.span|false
actor|basis.standpoints.evidence.span.start|false
actor|basis.standpoints.evidence.span.end|false
actor|basis.standpoints.evidence.span.sha256|false
actor|basis.standpoints.evidence.words|false
actor|basis.standpoints.evidence.quote|false
actor|basis.standpoints.evidence.locator|false
actor|basis.readings|false
actor|basis.readings.fields|false
actor|basis.readings.why|false
actor|basis.tensions|false
actor|basis.tensions.with|false
actor|basis.tensions.how|false
actor|basis.tensions.holders|false
actor|basis.tensions.note|false
actor|language|false
actor|handling|false
actor|status|false
actor|note|false
actor|allow|false
actor|allow.code|false
actor|allow.why|false
place|$schema|false
place|kind|true
place|id|true
place|type|true
place|name|true
place|aliases|false
place|aliases.text|false
place|aliases.language|false
place|aliases.type|false
place|country|false
place|location|false
place|location.longitude|false
place|location.latitude|false
place|precision|false
place|within|false
place|overlaps|false
place|codes|false
place|codes.scheme|false
place|codes.value|false
place|codings|false
place|codings.scheme|false
place|codings.value|false
place|codings.version|false
place|basis|true
place|basis.modality|false
place|basis.evidence|false
place|basis.evidence.source|false
place|basis.evidence.span|false
place|basis.evidence.span.start|false
place|basis.evidence.span.end|false
place|basis.evidence.span.sha256|false
place|basis.evidence.words|false
place|basis.evidence.quote|false
place|basis.evidence.locator|false
place|basis.standpoints|false
place|basis.standpoints.holder|false
place|basis.standpoints.by|false
place|basis.standpoints.stance|false
place|basis.standpoints.on|false
place|basis.standpoints.via|false
place|basis.standpoints.when|false
place|basis.standpoints.evidence|false
place|basis.standpoints.evidence.source|false
place|basis.standpoints.evidence.span|false
place|basis.standpoints.evidence.span.start|false
place|basis.standpoints.evidence.span.end|false
place|basis.standpoints.evidence.span.sha256|false
place|basis.standpoints.evidence.words|false
place|basis.standpoints.evidence.quote|false
place|basis.standpoints.evidence.locator|false
place|basis.readings|false
place|basis.readings.fields|false
place|basis.readings.why|false
place|basis.tensions|false
place|basis.tensions.with|false
place|basis.tensions.how|false
place|basis.tensions.holders|false
place|basis.tensions.note|false
place|language|false
place|handling|false
place|status|false
place|note|false
place|allow|false
place|allow.code|false
place|allow.why|false
event|$schema|false
event|kind|true
event|id|true
event|type|true
event|title|true
event|aliases|false
event|aliases.text|false
event|aliases.language|false
event|aliases.type|false
event|description|false
event|when|false
event|due|false
event|occurrence|false
event|extent|false
event|places|false
event|places.place|false
event|places.role|false
event|participants|false
event|participants.actor|false
event|participants.role|false
event|participants.side|false
event|issues|false
event|outcome|false
event|follows|false
event|caused_by|false
event|conditions|false
event|conditions.type|false
event|conditions.on|false
event|conditions.match|false
event|conditions.once|false
event|conditions.within|false
event|conditions.words|false
event|conditions.evidence|false
event|conditions.evidence.source|false
event|conditions.evidence.span|false
event|conditions.evidence.span.start|false
event|conditions.evidence.span.end|false
event|conditions.evidence.span.sha256|false
event|conditions.evidence.words|false
event|conditions.evidence.quote|false
event|conditions.evidence.locator|false
event|part_of|false
event|serves|false
event|bears_on|false
event|bears_on.position|false
event|bears_on.how|false
event|codes|false
event|codes.scheme|false
event|codes.value|false
event|codings|false
event|codings.scheme|false
event|codings.value|false
event|codings.version|false
event|basis|true
event|basis.modality|false
event|basis.evidence|false
event|basis.evidence.source|false
event|basis.evidence.span|false
event|basis.evidence.span.start|false
event|basis.evidence.span.end|false
event|basis.evidence.span.sha256|false
event|basis.evidence.words|false
event|basis.evidence.quote|false
event|basis.evidence.locator|false
event|basis.standpoints|false
event|basis.standpoints.holder|false
event|basis.standpoints.by|false
event|basis.standpoints.stance|false
event|basis.standpoints.on|false
event|basis.standpoints.via|false
event|basis.standpoints.when|false
event|basis.standpoints.evidence|false
event|basis.standpoints.evidence.source|false
event|basis.standpoints.evidence.span|false
event|basis.standpoints.evidence.span.start|false
event|basis.standpoints.evidence.span.end|false
event|basis.standpoints.evidence.span.sha256|false
event|basis.standpoints.evidence.words|false
event|basis.standpoints.evidence.quote|false
event|basis.standpoints.evidence.locator|false
event|basis.readings|false
event|basis.readings.fields|false
event|basis.readings.why|false
event|basis.tensions|false
event|basis.tensions.with|false
event|basis.tensions.how|false
event|basis.tensions.holders|false
event|basis.tensions.note|false
event|language|false
event|handling|false
event|status|false
event|note|false
event|allow|false
event|allow.code|false
event|allow.why|false
relationship|$schema|false
relationship|kind|true
relationship|id|true
relationship|subject|true
relationship|object|true
relationship|type|true
relationship|when|false
relationship|role|false
relationship|head|false
relationship|former|false
relationship|support|false
relationship|description|false
relationship|codes|false
relationship|codes.scheme|false
relationship|codes.value|false
relationship|codings|false
relationship|codings.scheme|false
relationship|codings.value|false
relationship|codings.version|false
relationship|basis|true
relationship|basis.modality|false
relationship|basis.evidence|false
relationship|basis.evidence.source|false
relationship|basis.evidence.span|false
relationship|basis.evidence.span.start|false
relationship|basis.evidence.span.end|false
relationship|basis.evidence.span.sha256|false
relationship|basis.evidence.words|false
relationship|basis.evidence.quote|false
relationship|basis.evidence.locator|false
relationship|basis.standpoints|false
relationship|basis.standpoints.holder|false
relationship|basis.standpoints.by|false
relationship|basis.standpoints.stance|false
relationship|basis.standpoints.on|false
relationship|basis.standpoints.via|false
relationship|basis.standpoints.when|false
relationship|basis.standpoints.evidence|false
relationship|basis.standpoints.evidence.source|false
relationship|basis.standpoints.evidence.span|false
relationship|basis.standpoints.evidence.span.start|false
relationship|basis.standpoints.evidence.span.end|false
relationship|basis.standpoints.evidence.span.sha256|false
relationship|basis.standpoints.evidence.words|false
relationship|basis.standpoints.evidence.quote|false
relationship|basis.standpoints.evidence.locator|false
relationship|basis.readings|false
relationship|basis.readings.fields|false
relationship|basis.readings.why|false
relationship|basis.tensions|false
relationship|basis.tensions.with|false
relationship|basis.tensions.how|false
relationship|basis.tensions.holders|false
relationship|basis.tensions.note|false
relationship|language|false
relationship|handling|false
relationship|status|false
relationship|note|false
relationship|allow|false
relationship|allow.code|false
relationship|allow.why|false
interest|$schema|false
interest|kind|true
interest|id|true
interest|actor|true
interest|rank|false
interest|importance|false
interest|title|true
interest|summary|false
interest|category|false
interest|about|false
interest|towards|false
interest|supported_by|false
interest|codes|false
interest|codes.scheme|false
interest|codes.value|false
interest|codings|false
interest|codings.scheme|false
interest|codings.value|false
interest|codings.version|false
interest|basis|true
interest|basis.modality|false
interest|basis.evidence|false
interest|basis.evidence.source|false
interest|basis.evidence.span|false
interest|basis.evidence.span.start|false
interest|basis.evidence.span.end|false
interest|basis.evidence.span.sha256|false
interest|basis.evidence.words|false
interest|basis.evidence.quote|false
interest|basis.evidence.locator|false
interest|basis.standpoints|false
interest|basis.standpoints.holder|false
interest|basis.standpoints.by|false
interest|basis.standpoints.stance|false
interest|basis.standpoints.on|false
interest|basis.standpoints.via|false
interest|basis.standpoints.when|false
interest|basis.standpoints.evidence|false
interest|basis.standpoints.evidence.source|false
interest|basis.standpoints.evidence.span|false
interest|basis.standpoints.evidence.span.start|false
interest|basis.standpoints.evidence.span.end|false
interest|basis.standpoints.evidence.span.sha256|false
interest|basis.standpoints.evidence.words|false
interest|basis.standpoints.evidence.quote|false
interest|basis.standpoints.evidence.locator|false
interest|basis.readings|false
interest|basis.readings.fields|false
interest|basis.readings.why|false
interest|basis.tensions|false
interest|basis.tensions.with|false
interest|basis.tensions.how|false
interest|basis.tensions.holders|false
interest|basis.tensions.note|false
interest|language|false
interest|handling|false
interest|status|false
interest|note|false
interest|allow|false
interest|allow.code|false
interest|allow.why|false
issue|$schema|false
issue|kind|true
issue|id|true
issue|title|true
issue|aliases|false
issue|aliases.text|false
issue|aliases.language|false
issue|aliases.type|false
issue|question|false
issue|scale|false
issue|scale.unit|false
issue|scale.from|false
issue|scale.from.value|false
issue|scale.from.words|false
issue|scale.to|false
issue|scale.to.value|false
issue|scale.to.words|false
issue|part_of|false
issue|codes|false
issue|codes.scheme|false
issue|codes.value|false
issue|codings|false
issue|codings.scheme|false
issue|codings.value|false
issue|codings.version|false
issue|basis|true
issue|basis.modality|false
issue|basis.evidence|false
issue|basis.evidence.source|false
issue|basis.evidence.span|false
issue|basis.evidence.span.start|false
issue|basis.evidence.span.end|false
issue|basis.evidence.span.sha256|false
issue|basis.evidence.words|false
issue|basis.evidence.quote|false
issue|basis.evidence.locator|false
issue|basis.standpoints|false
issue|basis.standpoints.holder|false
issue|basis.standpoints.by|false
issue|basis.standpoints.stance|false
issue|basis.standpoints.on|false
issue|basis.standpoints.via|false
issue|basis.standpoints.when|false
issue|basis.standpoints.evidence|false
issue|basis.standpoints.evidence.source|false
issue|basis.standpoints.evidence.span|false
issue|basis.standpoints.evidence.span.start|false
issue|basis.standpoints.evidence.span.end|false
issue|basis.standpoints.evidence.span.sha256|false
issue|basis.standpoints.evidence.words|false
issue|basis.standpoints.evidence.quote|false
issue|basis.standpoints.evidence.locator|false
issue|basis.readings|false
issue|basis.readings.fields|false
issue|basis.readings.why|false
issue|basis.tensions|false
issue|basis.tensions.with|false
issue|basis.tensions.how|false
issue|basis.tensions.holders|false
issue|basis.tensions.note|false
issue|language|false
issue|handling|false
issue|status|false
issue|note|false
issue|allow|false
issue|allow.code|false
issue|allow.why|false
position|$schema|false
position|kind|true
position|id|true
position|issue|false
position|holders|false
position|form|true
position|firmness|false
position|text|true
position|answers|false
position|owed_by|false
position|owed_to|false
position|addressed_to|false
position|carried_by|false
position|private|false
position|conditions|false
position|conditions.type|false
position|conditions.on|false
position|conditions.match|false
position|conditions.once|false
position|conditions.within|false
position|conditions.words|false
position|conditions.evidence|false
position|conditions.evidence.source|false
position|conditions.evidence.span|false
position|conditions.evidence.span.start|false
position|conditions.evidence.span.end|false
position|conditions.evidence.span.sha256|false
position|conditions.evidence.words|false
position|conditions.evidence.quote|false
position|conditions.evidence.locator|false
position|at|false
position|at.low|false
position|at.best|false
position|at.high|false
position|at.approximate|false
position|at.words|false
position|salience|false
position|salience.low|false
position|salience.best|false
position|salience.high|false
position|salience.approximate|false
position|salience.words|false
position|in|false
position|label|false
position|part_of|false
position|due|false
position|when|false
position|serves|false
position|codes|false
position|codes.scheme|false
position|codes.value|false
position|codings|false
position|codings.scheme|false
position|codings.value|false
position|codings.version|false
position|basis|true
position|basis.modality|false
position|basis.evidence|false
position|basis.evidence.source|false
position|basis.evidence.span|false
position|basis.evidence.span.start|false
position|basis.evidence.span.end|false
position|basis.evidence.span.sha256|false
position|basis.evidence.words|false
position|basis.evidence.quote|false
position|basis.evidence.locator|false
position|basis.standpoints|false
position|basis.standpoints.holder|false
position|basis.standpoints.by|false
position|basis.standpoints.stance|false
position|basis.standpoints.on|false
position|basis.standpoints.via|false
position|basis.standpoints.when|false
position|basis.standpoints.evidence|false
position|basis.standpoints.evidence.source|false
position|basis.standpoints.evidence.span|false
position|basis.standpoints.evidence.span.start|false
position|basis.standpoints.evidence.span.end|false
position|basis.standpoints.evidence.span.sha256|false
position|basis.standpoints.evidence.words|false
position|basis.standpoints.evidence.quote|false
position|basis.standpoints.evidence.locator|false
position|basis.readings|false
position|basis.readings.fields|false
position|basis.readings.why|false
position|basis.tensions|false
position|basis.tensions.with|false
position|basis.tensions.how|false
position|basis.tensions.holders|false
position|basis.tensions.note|false
position|language|false
position|handling|false
position|status|false
position|note|false
position|allow|false
position|allow.code|false
position|allow.why|false
observation|$schema|false
observation|kind|true
observation|id|true
observation|about|true
observation|of|false
observation|measure|true
observation|unit|false
observation|value|true
observation|value.low|false
observation|value.best|false
observation|value.high|false
observation|value.approximate|false
observation|value.words|false
observation|part_of|false
observation|population|false
observation|when|false
observation|codes|false
observation|codes.scheme|false
observation|codes.value|false
observation|codings|false
observation|codings.scheme|false
observation|codings.value|false
observation|codings.version|false
observation|basis|true
observation|basis.modality|false
observation|basis.evidence|false
observation|basis.evidence.source|false
observation|basis.evidence.span|false
observation|basis.evidence.span.start|false
observation|basis.evidence.span.end|false
observation|basis.evidence.span.sha256|false
observation|basis.evidence.words|false
observation|basis.evidence.quote|false
observation|basis.evidence.locator|false
observation|basis.standpoints|false
observation|basis.standpoints.holder|false
observation|basis.standpoints.by|false
observation|basis.standpoints.stance|false
observation|basis.standpoints.on|false
observation|basis.standpoints.via|false
observation|basis.standpoints.when|false
observation|basis.standpoints.evidence|false
observation|basis.standpoints.evidence.source|false
observation|basis.standpoints.evidence.span|false
observation|basis.standpoints.evidence.span.start|false
observation|basis.standpoints.evidence.span.end|false
observation|basis.standpoints.evidence.span.sha256|false
observation|basis.standpoints.evidence.words|false
observation|basis.standpoints.evidence.quote|false
observation|basis.standpoints.evidence.locator|false
observation|basis.readings|false
observation|basis.readings.fields|false
observation|basis.readings.why|false
observation|basis.tensions|false
observation|basis.tensions.with|false
observation|basis.tensions.how|false
observation|basis.tensions.holders|false
observation|basis.tensions.note|false
observation|language|false
observation|handling|false
observation|status|false
observation|note|false
observation|allow|false
observation|allow.code|false
observation|allow.why|false
statement|$schema|false
statement|kind|true
statement|id|true
statement|about|true
statement|topic|true
statement|rank|false
statement|text|true
statement|when|false
statement|mentions|false
statement|caused_by|false
statement|codes|false
statement|codes.scheme|false
statement|codes.value|false
statement|codings|false
statement|codings.scheme|false
statement|codings.value|false
statement|codings.version|false
statement|basis|true
statement|basis.modality|false
statement|basis.evidence|false
statement|basis.evidence.source|false
statement|basis.evidence.span|false
statement|basis.evidence.span.start|false
statement|basis.evidence.span.end|false
statement|basis.evidence.span.sha256|false
statement|basis.evidence.words|false
statement|basis.evidence.quote|false
statement|basis.evidence.locator|false
statement|basis.standpoints|false
statement|basis.standpoints.holder|false
statement|basis.standpoints.by|false
statement|basis.standpoints.stance|false
statement|basis.standpoints.on|false
statement|basis.standpoints.via|false
statement|basis.standpoints.when|false
statement|basis.standpoints.evidence|false
statement|basis.standpoints.evidence.source|false
statement|basis.standpoints.evidence.span|false
statement|basis.standpoints.evidence.span.start|false
statement|basis.standpoints.evidence.span.end|false
statement|basis.standpoints.evidence.span.sha256|false
statement|basis.standpoints.evidence.words|false
statement|basis.standpoints.evidence.quote|false
statement|basis.standpoints.evidence.locator|false
statement|basis.readings|false
statement|basis.readings.fields|false
statement|basis.readings.why|false
statement|basis.tensions|false
statement|basis.tensions.with|false
statement|basis.tensions.how|false
statement|basis.tensions.holders|false
statement|basis.tensions.note|false
statement|language|false
statement|handling|false
statement|status|false
statement|note|false
statement|allow|false
statement|allow.code|false
statement|allow.why|false
identity|$schema|false
identity|kind|true
identity|id|true
identity|members|true
identity|verdict|true
identity|how|false
identity|by|false
identity|decided|false
identity|evidence|false
identity|evidence.source|false
identity|evidence.span|false
identity|evidence.span.start|false
identity|evidence.span.end|false
identity|evidence.span.sha256|false
identity|evidence.words|false
identity|evidence.quote|false
identity|evidence.locator|false
identity|handling|false
identity|status|false
identity|note|false
identity|allow|false
identity|allow.code|false
identity|allow.why|false', chr(10))), '|') AS cells);

CREATE TABLE model_words AS SELECT cells[1] AS kind, cells[2] AS path, cells[3] AS word FROM (SELECT string_split(unnest(string_split('dataset|kind|dataset
dataset|format|0.1
dataset|format|0.2
source|kind|source
source|aliases.type|abbreviation
source|aliases.type|expansion
source|aliases.type|alternative
source|aliases.type|former
source|aliases.type|self-designation
source|aliases.type|given-by-others
source|aliases.type|translation
source|aliases.type|transliteration
source|type|web-page
source|type|report
source|type|book
source|type|journal-article
source|type|news-article
source|type|statement
source|type|press-release
source|type|social-media
source|type|video
source|type|agreement
source|type|draft
source|type|minutes
source|type|resolution
source|type|dataset
source|type|gazetteer
source|type|interview
source|type|other
source|access|published
source|access|leaked
source|access|restricted
source|sections.lists|ally
source|sections.lists|partner
source|sections.lists|rival
source|sections.lists|adversary
source|sections.lists|affiliate-of
source|sections.lists|part-of
source|sections.lists|member-of
source|sections.lists|organ-of
source|sections.lists|split-from
source|sections.lists|drawn-from
source|sections.lists|merged-into
source|sections.lists|successor-of
source|sections.lists|holds-post
source|sections.lists|kin-of
source|sections.lists|supports
source|sections.lists|coordinated-with
source|sections.lists|treaty-with
source|sections.lists|recognises
source|sections.lists|does-not-recognise
source|sections.lists|based-in
source|sections.lists|operates-in
source|sections.lists|controls
source|reliability|A
source|reliability|B
source|reliability|C
source|reliability|D
source|reliability|E
source|reliability|F
source|handling|public
source|handling|restricted
source|handling|closed
source|status|current
source|status|retracted
actor|kind|actor
actor|type|state
actor|type|government
actor|type|state-forces
actor|type|armed-group
actor|type|unarmed-group
actor|type|political-party
actor|type|network
actor|type|intergovernmental-body
actor|type|alliance
actor|type|population
actor|type|company
actor|type|media
actor|type|organisation
actor|type|individual
actor|type|unexpanded-label
actor|aliases.type|abbreviation
actor|aliases.type|expansion
actor|aliases.type|alternative
actor|aliases.type|former
actor|aliases.type|self-designation
actor|aliases.type|given-by-others
actor|aliases.type|translation
actor|aliases.type|transliteration
actor|country|AFG
actor|country|ALA
actor|country|ALB
actor|country|DZA
actor|country|ASM
actor|country|AND
actor|country|AGO
actor|country|AIA
actor|country|ATA
actor|country|ATG
actor|country|ARG
actor|country|ARM
actor|country|ABW
actor|country|AUS
actor|country|AUT
actor|country|AZE
actor|country|BHS
actor|country|BHR
actor|country|BGD
actor|country|BRB
actor|country|BLR
actor|country|BEL
actor|country|BLZ
actor|country|BEN
actor|country|BMU
actor|country|BTN
actor|country|BOL
actor|country|BES
actor|country|BIH
actor|country|BWA
actor|country|BVT
actor|country|BRA
actor|country|IOT
actor|country|BRN
actor|country|BGR
actor|country|BFA
actor|country|BDI
actor|country|CPV
actor|country|KHM
actor|country|CMR
actor|country|CAN
actor|country|CYM
actor|country|CAF
actor|country|TCD
actor|country|CHL
actor|country|CHN
actor|country|CXR
actor|country|CCK
actor|country|COL
actor|country|COM
actor|country|COG
actor|country|COD
actor|country|COK
actor|country|CRI
actor|country|CIV
actor|country|HRV
actor|country|CUB
actor|country|CUW
actor|country|CYP
actor|country|CZE
actor|country|DNK
actor|country|DJI
actor|country|DMA
actor|country|DOM
actor|country|ECU
actor|country|EGY
actor|country|SLV
actor|country|GNQ
actor|country|ERI
actor|country|EST
actor|country|SWZ
actor|country|ETH
actor|country|FLK
actor|country|FRO
actor|country|FJI
actor|country|FIN
actor|country|FRA
actor|country|GUF
actor|country|PYF
actor|country|ATF
actor|country|GAB
actor|country|GMB
actor|country|GEO
actor|country|DEU
actor|country|GHA
actor|country|GIB
actor|country|GRC
actor|country|GRL
actor|country|GRD
actor|country|GLP
actor|country|GUM
actor|country|GTM
actor|country|GGY
actor|country|GIN
actor|country|GNB
actor|country|GUY
actor|country|HTI
actor|country|HMD
actor|country|VAT
actor|country|HND
actor|country|HKG
actor|country|HUN
actor|country|ISL
actor|country|IND
actor|country|IDN
actor|country|IRN
actor|country|IRQ
actor|country|IRL
actor|country|IMN
actor|country|ISR
actor|country|ITA
actor|country|JAM
actor|country|JPN
actor|country|JEY
actor|country|JOR
actor|country|KAZ
actor|country|KEN
actor|country|KIR
actor|country|PRK
actor|country|KOR
actor|country|KWT
actor|country|KGZ
actor|country|LAO
actor|country|LVA
actor|country|LBN
actor|country|LSO
actor|country|LBR
actor|country|LBY
actor|country|LIE
actor|country|LTU
actor|country|LUX
actor|country|MAC
actor|country|MDG
actor|country|MWI
actor|country|MYS
actor|country|MDV
actor|country|MLI
actor|country|MLT
actor|country|MHL
actor|country|MTQ
actor|country|MRT
actor|country|MUS
actor|country|MYT
actor|country|MEX
actor|country|FSM
actor|country|MDA
actor|country|MCO
actor|country|MNG
actor|country|MNE
actor|country|MSR
actor|country|MAR
actor|country|MOZ
actor|country|MMR
actor|country|NAM
actor|country|NRU
actor|country|NPL
actor|country|NLD
actor|country|NCL
actor|country|NZL
actor|country|NIC
actor|country|NER
actor|country|NGA
actor|country|NIU
actor|country|NFK
actor|country|MKD
actor|country|MNP
actor|country|NOR
actor|country|OMN
actor|country|PAK
actor|country|PLW
actor|country|PSE
actor|country|PAN
actor|country|PNG
actor|country|PRY
actor|country|PER
actor|country|PHL
actor|country|PCN
actor|country|POL
actor|country|PRT
actor|country|PRI
actor|country|QAT
actor|country|REU
actor|country|ROU
actor|country|RUS
actor|country|RWA
actor|country|BLM
actor|country|SHN
actor|country|KNA
actor|country|LCA
actor|country|MAF
actor|country|SPM
actor|country|VCT
actor|country|WSM
actor|country|SMR
actor|country|STP
actor|country|SAU
actor|country|SEN
actor|country|SRB
actor|country|SYC
actor|country|SLE
actor|country|SGP
actor|country|SXM
actor|country|SVK
actor|country|SVN
actor|country|SLB
actor|country|SOM
actor|country|ZAF
actor|country|SGS
actor|country|SSD
actor|country|ESP
actor|country|LKA
actor|country|SDN
actor|country|SUR
actor|country|SJM
actor|country|SWE
actor|country|CHE
actor|country|SYR
actor|country|TWN
actor|country|TJK
actor|country|TZA
actor|country|THA
actor|country|TLS
actor|country|TGO
actor|country|TKL
actor|country|TON
actor|country|TTO
actor|country|TUN
actor|country|TUR
actor|country|TKM
actor|country|TCA
actor|country|TUV
actor|country|UGA
actor|country|UKR
actor|country|ARE
actor|country|GBR
actor|country|USA
actor|country|UMI
actor|country|URY
actor|country|UZB
actor|country|VUT
actor|country|VEN
actor|country|VNM
actor|country|VGB
actor|country|VIR
actor|country|WLF
actor|country|ESH
actor|country|YEM
actor|country|ZMB
actor|country|ZWE
actor|country|XKX
actor|country|AFI
actor|country|ANT
actor|country|ATN
actor|country|BUR
actor|country|BYS
actor|country|CSK
actor|country|CTE
actor|country|DDR
actor|country|DHY
actor|country|FXX
actor|country|GEL
actor|country|HVO
actor|country|JTN
actor|country|MID
actor|country|NHB
actor|country|NTZ
actor|country|PCI
actor|country|PCZ
actor|country|PUS
actor|country|RHO
actor|country|SCG
actor|country|SKM
actor|country|SUN
actor|country|TMP
actor|country|VDR
actor|country|WAK
actor|country|YMD
actor|country|YUG
actor|country|ZAR
actor|basis.modality|stated
actor|basis.modality|reported
actor|basis.modality|alleged
actor|basis.modality|estimated
actor|basis.modality|inferred
actor|basis.standpoints.stance|asserts
actor|basis.standpoints.stance|claims-responsibility
actor|basis.standpoints.stance|estimates
actor|basis.standpoints.stance|denies
actor|basis.standpoints.stance|disputes
actor|basis.standpoints.on|existence
actor|basis.standpoints.on|author
actor|basis.standpoints.on|figure
actor|basis.standpoints.on|detail
actor|basis.standpoints.on|unknown
actor|basis.standpoints.via|letter
actor|basis.standpoints.via|call
actor|basis.standpoints.via|email
actor|basis.standpoints.via|note
actor|basis.standpoints.via|video
actor|basis.standpoints.via|online
actor|basis.standpoints.via|statement
actor|basis.standpoints.via|personal
actor|basis.standpoints.via|other
actor|basis.standpoints.via|unknown
actor|basis.tensions.how|contradicts
actor|basis.tensions.how|contrasts
actor|handling|public
actor|handling|restricted
actor|handling|closed
actor|status|current
actor|status|retracted
place|kind|place
place|type|region
place|type|country
place|type|province
place|type|district
place|type|city
place|type|river
place|type|site
place|aliases.type|abbreviation
place|aliases.type|expansion
place|aliases.type|alternative
place|aliases.type|former
place|aliases.type|self-designation
place|aliases.type|given-by-others
place|aliases.type|translation
place|aliases.type|transliteration
place|country|AFG
place|country|ALA
place|country|ALB
place|country|DZA
place|country|ASM
place|country|AND
place|country|AGO
place|country|AIA
place|country|ATA
place|country|ATG
place|country|ARG
place|country|ARM
place|country|ABW
place|country|AUS
place|country|AUT
place|country|AZE
place|country|BHS
place|country|BHR
place|country|BGD
place|country|BRB
place|country|BLR
place|country|BEL
place|country|BLZ
place|country|BEN
place|country|BMU
place|country|BTN
place|country|BOL
place|country|BES
place|country|BIH
place|country|BWA
place|country|BVT
place|country|BRA
place|country|IOT
place|country|BRN
place|country|BGR
place|country|BFA
place|country|BDI
place|country|CPV
place|country|KHM
place|country|CMR
place|country|CAN
place|country|CYM
place|country|CAF
place|country|TCD
place|country|CHL
place|country|CHN
place|country|CXR
place|country|CCK
place|country|COL
place|country|COM
place|country|COG
place|country|COD
place|country|COK
place|country|CRI
place|country|CIV
place|country|HRV
place|country|CUB
place|country|CUW
place|country|CYP
place|country|CZE
place|country|DNK
place|country|DJI
place|country|DMA
place|country|DOM
place|country|ECU
place|country|EGY
place|country|SLV
place|country|GNQ
place|country|ERI
place|country|EST
place|country|SWZ
place|country|ETH
place|country|FLK
place|country|FRO
place|country|FJI
place|country|FIN
place|country|FRA
place|country|GUF
place|country|PYF
place|country|ATF
place|country|GAB
place|country|GMB
place|country|GEO
place|country|DEU
place|country|GHA
place|country|GIB
place|country|GRC
place|country|GRL
place|country|GRD
place|country|GLP
place|country|GUM
place|country|GTM
place|country|GGY
place|country|GIN
place|country|GNB
place|country|GUY
place|country|HTI
place|country|HMD
place|country|VAT
place|country|HND
place|country|HKG
place|country|HUN
place|country|ISL
place|country|IND
place|country|IDN
place|country|IRN
place|country|IRQ
place|country|IRL
place|country|IMN
place|country|ISR
place|country|ITA
place|country|JAM
place|country|JPN
place|country|JEY
place|country|JOR
place|country|KAZ
place|country|KEN
place|country|KIR
place|country|PRK
place|country|KOR
place|country|KWT
place|country|KGZ
place|country|LAO
place|country|LVA
place|country|LBN
place|country|LSO
place|country|LBR
place|country|LBY
place|country|LIE
place|country|LTU
place|country|LUX
place|country|MAC
place|country|MDG
place|country|MWI
place|country|MYS
place|country|MDV
place|country|MLI
place|country|MLT
place|country|MHL
place|country|MTQ
place|country|MRT
place|country|MUS
place|country|MYT
place|country|MEX
place|country|FSM
place|country|MDA
place|country|MCO
place|country|MNG
place|country|MNE
place|country|MSR
place|country|MAR
place|country|MOZ
place|country|MMR
place|country|NAM
place|country|NRU
place|country|NPL
place|country|NLD
place|country|NCL
place|country|NZL
place|country|NIC
place|country|NER
place|country|NGA
place|country|NIU
place|country|NFK
place|country|MKD
place|country|MNP
place|country|NOR
place|country|OMN
place|country|PAK
place|country|PLW
place|country|PSE
place|country|PAN
place|country|PNG
place|country|PRY
place|country|PER
place|country|PHL
place|country|PCN
place|country|POL
place|country|PRT
place|country|PRI
place|country|QAT
place|country|REU
place|country|ROU
place|country|RUS
place|country|RWA
place|country|BLM
place|country|SHN
place|country|KNA
place|country|LCA
place|country|MAF
place|country|SPM
place|country|VCT
place|country|WSM
place|country|SMR
place|country|STP
place|country|SAU
place|country|SEN
place|country|SRB
place|country|SYC
place|country|SLE
place|country|SGP
place|country|SXM
place|country|SVK
place|country|SVN
place|country|SLB
place|country|SOM
place|country|ZAF
place|country|SGS
place|country|SSD
place|country|ESP
place|country|LKA
place|country|SDN
place|country|SUR
place|country|SJM
place|country|SWE
place|country|CHE
place|country|SYR
place|country|TWN
place|country|TJK
place|country|TZA
place|country|THA
place|country|TLS
place|country|TGO
place|country|TKL
place|country|TON
place|country|TTO
place|country|TUN
place|country|TUR
place|country|TKM
place|country|TCA
place|country|TUV
place|country|UGA
place|country|UKR
place|country|ARE
place|country|GBR
place|country|USA
place|country|UMI
place|country|URY
place|country|UZB
place|country|VUT
place|country|VEN
place|country|VNM
place|country|VGB
place|country|VIR
place|country|WLF
place|country|ESH
place|country|YEM
place|country|ZMB
place|country|ZWE
place|country|XKX
place|country|AFI
place|country|ANT
place|country|ATN
place|country|BUR
place|country|BYS
place|country|CSK
place|country|CTE
place|country|DDR
place|country|DHY
place|country|FXX
place|country|GEL
place|country|HVO
place|country|JTN
place|country|MID
place|country|NHB
place|country|NTZ
place|country|PCI
place|country|PCZ
place|country|PUS
place|country|RHO
place|country|SCG
place|country|SKM
place|country|SUN
place|country|TMP
place|country|VDR
place|country|WAK
place|country|YMD
place|country|YUG
place|country|ZAR
place|precision|exact
place|precision|near
place|precision|feature
place|precision|district
place|precision|province
place|precision|country
place|overlaps|AFG
place|overlaps|ALA
place|overlaps|ALB
place|overlaps|DZA
place|overlaps|ASM
place|overlaps|AND
place|overlaps|AGO
place|overlaps|AIA
place|overlaps|ATA
place|overlaps|ATG
place|overlaps|ARG
place|overlaps|ARM
place|overlaps|ABW
place|overlaps|AUS
place|overlaps|AUT
place|overlaps|AZE
place|overlaps|BHS
place|overlaps|BHR
place|overlaps|BGD
place|overlaps|BRB
place|overlaps|BLR
place|overlaps|BEL
place|overlaps|BLZ
place|overlaps|BEN
place|overlaps|BMU
place|overlaps|BTN
place|overlaps|BOL
place|overlaps|BES
place|overlaps|BIH
place|overlaps|BWA
place|overlaps|BVT
place|overlaps|BRA
place|overlaps|IOT
place|overlaps|BRN
place|overlaps|BGR
place|overlaps|BFA
place|overlaps|BDI
place|overlaps|CPV
place|overlaps|KHM
place|overlaps|CMR
place|overlaps|CAN
place|overlaps|CYM
place|overlaps|CAF
place|overlaps|TCD
place|overlaps|CHL
place|overlaps|CHN
place|overlaps|CXR
place|overlaps|CCK
place|overlaps|COL
place|overlaps|COM
place|overlaps|COG
place|overlaps|COD
place|overlaps|COK
place|overlaps|CRI
place|overlaps|CIV
place|overlaps|HRV
place|overlaps|CUB
place|overlaps|CUW
place|overlaps|CYP
place|overlaps|CZE
place|overlaps|DNK
place|overlaps|DJI
place|overlaps|DMA
place|overlaps|DOM
place|overlaps|ECU
place|overlaps|EGY
place|overlaps|SLV
place|overlaps|GNQ
place|overlaps|ERI
place|overlaps|EST
place|overlaps|SWZ
place|overlaps|ETH
place|overlaps|FLK
place|overlaps|FRO
place|overlaps|FJI
place|overlaps|FIN
place|overlaps|FRA
place|overlaps|GUF
place|overlaps|PYF
place|overlaps|ATF
place|overlaps|GAB
place|overlaps|GMB
place|overlaps|GEO
place|overlaps|DEU
place|overlaps|GHA
place|overlaps|GIB
place|overlaps|GRC
place|overlaps|GRL
place|overlaps|GRD
place|overlaps|GLP
place|overlaps|GUM
place|overlaps|GTM
place|overlaps|GGY
place|overlaps|GIN
place|overlaps|GNB
place|overlaps|GUY
place|overlaps|HTI
place|overlaps|HMD
place|overlaps|VAT
place|overlaps|HND
place|overlaps|HKG
place|overlaps|HUN
place|overlaps|ISL
place|overlaps|IND
place|overlaps|IDN
place|overlaps|IRN
place|overlaps|IRQ
place|overlaps|IRL
place|overlaps|IMN
place|overlaps|ISR
place|overlaps|ITA
place|overlaps|JAM
place|overlaps|JPN
place|overlaps|JEY
place|overlaps|JOR
place|overlaps|KAZ
place|overlaps|KEN
place|overlaps|KIR
place|overlaps|PRK
place|overlaps|KOR
place|overlaps|KWT
place|overlaps|KGZ
place|overlaps|LAO
place|overlaps|LVA
place|overlaps|LBN
place|overlaps|LSO
place|overlaps|LBR
place|overlaps|LBY
place|overlaps|LIE
place|overlaps|LTU
place|overlaps|LUX
place|overlaps|MAC
place|overlaps|MDG
place|overlaps|MWI
place|overlaps|MYS
place|overlaps|MDV
place|overlaps|MLI
place|overlaps|MLT
place|overlaps|MHL
place|overlaps|MTQ
place|overlaps|MRT
place|overlaps|MUS
place|overlaps|MYT
place|overlaps|MEX
place|overlaps|FSM
place|overlaps|MDA
place|overlaps|MCO
place|overlaps|MNG
place|overlaps|MNE
place|overlaps|MSR
place|overlaps|MAR
place|overlaps|MOZ
place|overlaps|MMR
place|overlaps|NAM
place|overlaps|NRU
place|overlaps|NPL
place|overlaps|NLD
place|overlaps|NCL
place|overlaps|NZL
place|overlaps|NIC
place|overlaps|NER
place|overlaps|NGA
place|overlaps|NIU
place|overlaps|NFK
place|overlaps|MKD
place|overlaps|MNP
place|overlaps|NOR
place|overlaps|OMN
place|overlaps|PAK
place|overlaps|PLW
place|overlaps|PSE
place|overlaps|PAN
place|overlaps|PNG
place|overlaps|PRY
place|overlaps|PER
place|overlaps|PHL
place|overlaps|PCN
place|overlaps|POL
place|overlaps|PRT
place|overlaps|PRI
place|overlaps|QAT
place|overlaps|REU
place|overlaps|ROU
place|overlaps|RUS
place|overlaps|RWA
place|overlaps|BLM
place|overlaps|SHN
place|overlaps|KNA
place|overlaps|LCA
place|overlaps|MAF
place|overlaps|SPM
place|overlaps|VCT
place|overlaps|WSM
place|overlaps|SMR
place|overlaps|STP
place|overlaps|SAU
place|overlaps|SEN
place|overlaps|SRB
place|overlaps|SYC
place|overlaps|SLE
place|overlaps|SGP
place|overlaps|SXM
place|overlaps|SVK
place|overlaps|SVN
place|overlaps|SLB
place|overlaps|SOM
place|overlaps|ZAF
place|overlaps|SGS
place|overlaps|SSD
place|overlaps|ESP
place|overlaps|LKA
place|overlaps|SDN
place|overlaps|SUR
place|overlaps|SJM
place|overlaps|SWE
place|overlaps|CHE
place|overlaps|SYR
place|overlaps|TWN
place|overlaps|TJK
place|overlaps|TZA
place|overlaps|THA
place|overlaps|TLS
place|overlaps|TGO
place|overlaps|TKL
place|overlaps|TON
place|overlaps|TTO
place|overlaps|TUN
place|overlaps|TUR
place|overlaps|TKM
place|overlaps|TCA
place|overlaps|TUV
place|overlaps|UGA
place|overlaps|UKR
place|overlaps|ARE
place|overlaps|GBR
place|overlaps|USA
place|overlaps|UMI
place|overlaps|URY
place|overlaps|UZB
place|overlaps|VUT
place|overlaps|VEN
place|overlaps|VNM
place|overlaps|VGB
place|overlaps|VIR
place|overlaps|WLF
place|overlaps|ESH
place|overlaps|YEM
place|overlaps|ZMB
place|overlaps|ZWE
place|overlaps|XKX
place|overlaps|AFI
place|overlaps|ANT
place|overlaps|ATN
place|overlaps|BUR
place|overlaps|BYS
place|overlaps|CSK
place|overlaps|CTE
place|overlaps|DDR
place|overlaps|DHY
place|overlaps|FXX
place|overlaps|GEL
place|overlaps|HVO
place|overlaps|JTN
place|overlaps|MID
place|overlaps|NHB
place|overlaps|NTZ
place|overlaps|PCI
place|overlaps|PCZ
place|overlaps|PUS
place|overlaps|RHO
place|overlaps|SCG
place|overlaps|SKM
place|overlaps|SUN
place|overlaps|TMP
place|overlaps|VDR
place|overlaps|WAK
place|overlaps|YMD
place|overlaps|YUG
place|overlaps|ZAR
place|basis.modality|stated
place|basis.modality|reported
place|basis.modality|alleged
place|basis.modality|estimated
place|basis.modality|inferred
place|basis.standpoints.stance|asserts
place|basis.standpoints.stance|claims-responsibility
place|basis.standpoints.stance|estimates
place|basis.standpoints.stance|denies
place|basis.standpoints.stance|disputes
place|basis.standpoints.on|existence
place|basis.standpoints.on|author
place|basis.standpoints.on|figure
place|basis.standpoints.on|detail
place|basis.standpoints.on|unknown
place|basis.standpoints.via|letter
place|basis.standpoints.via|call
place|basis.standpoints.via|email
place|basis.standpoints.via|note
place|basis.standpoints.via|video
place|basis.standpoints.via|online
place|basis.standpoints.via|statement
place|basis.standpoints.via|personal
place|basis.standpoints.via|other
place|basis.standpoints.via|unknown
place|basis.tensions.how|contradicts
place|basis.tensions.how|contrasts
place|handling|public
place|handling|restricted
place|handling|closed
place|status|current
place|status|retracted
event|kind|event
event|type|attack
event|type|bombardment
event|type|clash
event|type|killing
event|type|abduction
event|type|detention
event|type|sexual-violence
event|type|destruction
event|type|displacement
event|type|operation
event|type|seizure
event|type|mobilisation
event|type|movement
event|type|withdrawal
event|type|protest
event|type|riot
event|type|change-of-power
event|type|election
event|type|formation
event|type|dissolution
event|type|sanction
event|type|easing
event|type|meeting
event|type|negotiation
event|type|break-off
event|type|agreement
event|type|ceasefire
event|type|communication
event|type|request
event|type|promise
event|type|accusation
event|type|rejection
event|type|threat
event|type|cooperation
event|type|aid
event|type|release
event|type|inquiry
event|type|conflict
event|type|process
event|type|other
event|aliases.type|abbreviation
event|aliases.type|expansion
event|aliases.type|alternative
event|aliases.type|former
event|aliases.type|self-designation
event|aliases.type|given-by-others
event|aliases.type|translation
event|aliases.type|transliteration
event|occurrence|happened
event|occurrence|planned
event|occurrence|called-off
event|extent|single
event|extent|series
event|places.role|site
event|places.role|origin
event|places.role|target
event|places.role|crossed
event|places.role|reached
event|places.role|seat-of-talks
event|participants.role|initiator
event|participants.role|party
event|participants.role|target
event|participants.role|victim
event|participants.role|supporter
event|participants.role|associate
event|participants.role|leader
event|participants.role|mediator
event|participants.role|host
event|participants.role|guarantor
event|participants.role|signatory
event|participants.role|witness
event|participants.role|observer
event|participants.role|speaker
event|participants.role|subject
event|outcome|succeeded
event|outcome|partial
event|outcome|failed
event|outcome|agreed
event|outcome|adjourned
event|outcome|broken-off
event|outcome|unknown
event|conditions.type|after
event|conditions.type|if
event|conditions.type|unless
event|conditions.type|until
event|conditions.type|with
event|conditions.type|enabled-by
event|conditions.type|mutual
event|conditions.match|all
event|conditions.match|any
event|conditions.once|agreed
event|conditions.once|announced
event|conditions.once|begun
event|conditions.once|done
event|bears_on.how|fulfils
event|bears_on.how|breaches
event|basis.modality|stated
event|basis.modality|reported
event|basis.modality|alleged
event|basis.modality|estimated
event|basis.modality|inferred
event|basis.standpoints.stance|asserts
event|basis.standpoints.stance|claims-responsibility
event|basis.standpoints.stance|estimates
event|basis.standpoints.stance|denies
event|basis.standpoints.stance|disputes
event|basis.standpoints.on|existence
event|basis.standpoints.on|author
event|basis.standpoints.on|figure
event|basis.standpoints.on|detail
event|basis.standpoints.on|unknown
event|basis.standpoints.via|letter
event|basis.standpoints.via|call
event|basis.standpoints.via|email
event|basis.standpoints.via|note
event|basis.standpoints.via|video
event|basis.standpoints.via|online
event|basis.standpoints.via|statement
event|basis.standpoints.via|personal
event|basis.standpoints.via|other
event|basis.standpoints.via|unknown
event|basis.tensions.how|contradicts
event|basis.tensions.how|contrasts
event|handling|public
event|handling|restricted
event|handling|closed
event|status|current
event|status|retracted
relationship|kind|relationship
relationship|type|ally
relationship|type|partner
relationship|type|rival
relationship|type|adversary
relationship|type|affiliate-of
relationship|type|part-of
relationship|type|member-of
relationship|type|organ-of
relationship|type|split-from
relationship|type|drawn-from
relationship|type|merged-into
relationship|type|successor-of
relationship|type|holds-post
relationship|type|kin-of
relationship|type|supports
relationship|type|coordinated-with
relationship|type|treaty-with
relationship|type|recognises
relationship|type|does-not-recognise
relationship|type|based-in
relationship|type|operates-in
relationship|type|controls
relationship|support|troops
relationship|support|infrastructure
relationship|support|territory
relationship|support|weapons
relationship|support|materiel
relationship|support|training
relationship|support|funding
relationship|support|intelligence
relationship|support|other
relationship|support|unknown
relationship|basis.modality|stated
relationship|basis.modality|reported
relationship|basis.modality|alleged
relationship|basis.modality|estimated
relationship|basis.modality|inferred
relationship|basis.standpoints.stance|asserts
relationship|basis.standpoints.stance|claims-responsibility
relationship|basis.standpoints.stance|estimates
relationship|basis.standpoints.stance|denies
relationship|basis.standpoints.stance|disputes
relationship|basis.standpoints.on|existence
relationship|basis.standpoints.on|author
relationship|basis.standpoints.on|figure
relationship|basis.standpoints.on|detail
relationship|basis.standpoints.on|unknown
relationship|basis.standpoints.via|letter
relationship|basis.standpoints.via|call
relationship|basis.standpoints.via|email
relationship|basis.standpoints.via|note
relationship|basis.standpoints.via|video
relationship|basis.standpoints.via|online
relationship|basis.standpoints.via|statement
relationship|basis.standpoints.via|personal
relationship|basis.standpoints.via|other
relationship|basis.standpoints.via|unknown
relationship|basis.tensions.how|contradicts
relationship|basis.tensions.how|contrasts
relationship|handling|public
relationship|handling|restricted
relationship|handling|closed
relationship|status|current
relationship|status|retracted
interest|kind|interest
interest|importance|vital
interest|importance|major
interest|importance|minor
interest|category|ideological
interest|category|political
interest|category|security
interest|category|territorial
interest|category|economic
interest|category|social
interest|category|justice
interest|category|other
interest|basis.modality|stated
interest|basis.modality|reported
interest|basis.modality|alleged
interest|basis.modality|estimated
interest|basis.modality|inferred
interest|basis.standpoints.stance|asserts
interest|basis.standpoints.stance|claims-responsibility
interest|basis.standpoints.stance|estimates
interest|basis.standpoints.stance|denies
interest|basis.standpoints.stance|disputes
interest|basis.standpoints.on|existence
interest|basis.standpoints.on|author
interest|basis.standpoints.on|figure
interest|basis.standpoints.on|detail
interest|basis.standpoints.on|unknown
interest|basis.standpoints.via|letter
interest|basis.standpoints.via|call
interest|basis.standpoints.via|email
interest|basis.standpoints.via|note
interest|basis.standpoints.via|video
interest|basis.standpoints.via|online
interest|basis.standpoints.via|statement
interest|basis.standpoints.via|personal
interest|basis.standpoints.via|other
interest|basis.standpoints.via|unknown
interest|basis.tensions.how|contradicts
interest|basis.tensions.how|contrasts
interest|handling|public
interest|handling|restricted
interest|handling|closed
interest|status|current
interest|status|retracted
issue|kind|issue
issue|aliases.type|abbreviation
issue|aliases.type|expansion
issue|aliases.type|alternative
issue|aliases.type|former
issue|aliases.type|self-designation
issue|aliases.type|given-by-others
issue|aliases.type|translation
issue|aliases.type|transliteration
issue|basis.modality|stated
issue|basis.modality|reported
issue|basis.modality|alleged
issue|basis.modality|estimated
issue|basis.modality|inferred
issue|basis.standpoints.stance|asserts
issue|basis.standpoints.stance|claims-responsibility
issue|basis.standpoints.stance|estimates
issue|basis.standpoints.stance|denies
issue|basis.standpoints.stance|disputes
issue|basis.standpoints.on|existence
issue|basis.standpoints.on|author
issue|basis.standpoints.on|figure
issue|basis.standpoints.on|detail
issue|basis.standpoints.on|unknown
issue|basis.standpoints.via|letter
issue|basis.standpoints.via|call
issue|basis.standpoints.via|email
issue|basis.standpoints.via|note
issue|basis.standpoints.via|video
issue|basis.standpoints.via|online
issue|basis.standpoints.via|statement
issue|basis.standpoints.via|personal
issue|basis.standpoints.via|other
issue|basis.standpoints.via|unknown
issue|basis.tensions.how|contradicts
issue|basis.tensions.how|contrasts
issue|handling|public
issue|handling|restricted
issue|handling|closed
issue|status|current
issue|status|retracted
position|kind|position
position|form|view
position|form|demand
position|form|offer
position|form|proposal
position|form|acceptance
position|form|refusal
position|form|withdrawal
position|form|agreed
position|firmness|red-line
position|firmness|flexible
position|conditions.type|after
position|conditions.type|if
position|conditions.type|unless
position|conditions.type|until
position|conditions.type|with
position|conditions.type|enabled-by
position|conditions.type|mutual
position|conditions.match|all
position|conditions.match|any
position|conditions.once|agreed
position|conditions.once|announced
position|conditions.once|begun
position|conditions.once|done
position|basis.modality|stated
position|basis.modality|reported
position|basis.modality|alleged
position|basis.modality|estimated
position|basis.modality|inferred
position|basis.standpoints.stance|asserts
position|basis.standpoints.stance|claims-responsibility
position|basis.standpoints.stance|estimates
position|basis.standpoints.stance|denies
position|basis.standpoints.stance|disputes
position|basis.standpoints.on|existence
position|basis.standpoints.on|author
position|basis.standpoints.on|figure
position|basis.standpoints.on|detail
position|basis.standpoints.on|unknown
position|basis.standpoints.via|letter
position|basis.standpoints.via|call
position|basis.standpoints.via|email
position|basis.standpoints.via|note
position|basis.standpoints.via|video
position|basis.standpoints.via|online
position|basis.standpoints.via|statement
position|basis.standpoints.via|personal
position|basis.standpoints.via|other
position|basis.standpoints.via|unknown
position|basis.tensions.how|contradicts
position|basis.tensions.how|contrasts
position|handling|public
position|handling|restricted
position|handling|closed
position|status|current
position|status|retracted
observation|kind|observation
observation|measure|fighters
observation|measure|members
observation|measure|participants
observation|measure|killed
observation|measure|injured
observation|measure|casualties
observation|measure|missing
observation|measure|detained
observation|measure|abducted
observation|measure|released
observation|measure|displaced
observation|measure|population
observation|measure|votes
observation|measure|approval
observation|measure|munitions
observation|measure|munitions-arrived
observation|measure|weapons
observation|measure|attacks
observation|measure|events
observation|measure|damage
observation|measure|funds
observation|measure|ransom
observation|measure|territory
observation|measure|capability
observation|measure|duration
observation|measure|distance
observation|measure|other
observation|basis.modality|stated
observation|basis.modality|reported
observation|basis.modality|alleged
observation|basis.modality|estimated
observation|basis.modality|inferred
observation|basis.standpoints.stance|asserts
observation|basis.standpoints.stance|claims-responsibility
observation|basis.standpoints.stance|estimates
observation|basis.standpoints.stance|denies
observation|basis.standpoints.stance|disputes
observation|basis.standpoints.on|existence
observation|basis.standpoints.on|author
observation|basis.standpoints.on|figure
observation|basis.standpoints.on|detail
observation|basis.standpoints.on|unknown
observation|basis.standpoints.via|letter
observation|basis.standpoints.via|call
observation|basis.standpoints.via|email
observation|basis.standpoints.via|note
observation|basis.standpoints.via|video
observation|basis.standpoints.via|online
observation|basis.standpoints.via|statement
observation|basis.standpoints.via|personal
observation|basis.standpoints.via|other
observation|basis.standpoints.via|unknown
observation|basis.tensions.how|contradicts
observation|basis.tensions.how|contrasts
observation|handling|public
observation|handling|restricted
observation|handling|closed
observation|status|current
observation|status|retracted
statement|kind|statement
statement|topic|identity
statement|topic|belief
statement|topic|motive
statement|topic|capacity
statement|topic|conduct
statement|topic|perception
statement|topic|comparison
statement|topic|change
statement|topic|document
statement|topic|other
statement|basis.modality|stated
statement|basis.modality|reported
statement|basis.modality|alleged
statement|basis.modality|estimated
statement|basis.modality|inferred
statement|basis.standpoints.stance|asserts
statement|basis.standpoints.stance|claims-responsibility
statement|basis.standpoints.stance|estimates
statement|basis.standpoints.stance|denies
statement|basis.standpoints.stance|disputes
statement|basis.standpoints.on|existence
statement|basis.standpoints.on|author
statement|basis.standpoints.on|figure
statement|basis.standpoints.on|detail
statement|basis.standpoints.on|unknown
statement|basis.standpoints.via|letter
statement|basis.standpoints.via|call
statement|basis.standpoints.via|email
statement|basis.standpoints.via|note
statement|basis.standpoints.via|video
statement|basis.standpoints.via|online
statement|basis.standpoints.via|statement
statement|basis.standpoints.via|personal
statement|basis.standpoints.via|other
statement|basis.standpoints.via|unknown
statement|basis.tensions.how|contradicts
statement|basis.tensions.how|contrasts
statement|handling|public
statement|handling|restricted
statement|handling|closed
statement|status|current
statement|status|retracted
identity|kind|identity
identity|verdict|same
identity|verdict|different
identity|verdict|unsure
identity|how|code
identity|how|spelling
identity|how|renamed
identity|how|successor
identity|handling|public
identity|handling|restricted
identity|handling|closed
identity|status|current
identity|status|retracted', chr(10))), '|') AS cells);

-- Names ---------------------------------------------------------------------------------------------------------------

CREATE MACRO slug_letters(name) AS trim(regexp_replace(lower(strip_accents(name)), '[^a-z0-9]+', '-', 'g'), '-');

-- The end of an id: of a name that is long, or has no letter of a to z, with a part of its digest. Never begins or ends with `-`.
CREATE MACRO slug(name) AS CASE WHEN length(slug_letters(name)) BETWEEN 1 AND 80 THEN slug_letters(name)
    ELSE ltrim(rtrim(left(slug_letters(name), 70), '-') || '-' || left(md5(name), 8), '-') END;

-- A number in an id, its sign and point as letters: -12.5 is m12d5.
CREATE MACRO slug_number(number) AS replace(replace(number::VARCHAR, '-', 'm'), '.', 'd');

-- The parts of a text between separators, without blanks around them and without empty ones.
CREATE MACRO listed(words, separator) AS list_filter(
    list_transform(string_split(words, separator), lambda part: trim(part, e' \t\r\n')), lambda part: part <> '');

-- A text with the entities of HTML for marks in sentences written out.
CREATE MACRO html_text(html) AS CASE WHEN contains(html, '&') THEN replace(replace(replace(replace(replace(replace(replace(replace(
    replace(replace(html, '&#8216;', '‘'), '&#8217;', '’'), '&#8220;', '“'), '&#8221;', '”'), '&#8211;', '–'), '&#8212;', '—'),
    '&#8230;', '…'), '&#039;', ''''), '&quot;', '"'), '&amp;', '&') ELSE html END;

-- A value that stands for one that is not known is none.
CREATE MACRO known(value) AS CASE WHEN trim(value::VARCHAR) NOT IN ('', '-99', '-9', '-88', '.', 'NA', 'n/a', 'NULL', 'Unknown')
    THEN value END;

-- Aliases without those of which there is no text, that are the name itself, or that come again.
CREATE MACRO aliases(main_name, others) AS list_filter(others, lambda other, place: known(other.text) <> main_name
    AND list_position(list_transform(others, lambda each: each.text), other.text) = place);

-- Dates ---------------------------------------------------------------------------------------------------------------

-- One day that is not known, from the first to the last.
CREATE MACRO edtf_between(first_day, last_day) AS CASE WHEN first_day = last_day THEN first_day::VARCHAR
    ELSE '[' || coalesce(first_day::VARCHAR, '') || '..' || coalesce(last_day::VARCHAR, '') || ']' END;

-- All the time from the first day to the last.
CREATE MACRO edtf_through(first_day, last_day) AS CASE WHEN first_day = last_day THEN first_day::VARCHAR
    ELSE coalesce(first_day::VARCHAR, '') || '/' || coalesce(last_day::VARCHAR, '') END;

-- A day that is exact, or stands for its week, month or year.
CREATE MACRO edtf_to(day, precision_of) AS CASE precision_of WHEN 'day' THEN day::VARCHAR WHEN 'week' THEN day::VARCHAR || '~'
    WHEN 'month' THEN left(day::VARCHAR, 7) WHEN 'year' THEN left(day::VARCHAR, 4) END;

-- A year, a month and a day, of which the last ones may be 0 or missing.
CREATE MACRO edtf_of(year_of, month_of, day_of) AS CASE WHEN coalesce(month_of, 0) = 0 THEN format('{:04d}', year_of::INT)
    WHEN coalesce(day_of, 0) = 0 THEN format('{:04d}-{:02d}', year_of::INT, month_of::INT)
    ELSE format('{:04d}-{:02d}-{:02d}', year_of::INT, month_of::INT, day_of::INT) END;

-- Evidence and others' words ------------------------------------------------------------------------------------------

-- The citation of a row of a table, and of columns in it.
CREATE MACRO cite(source_id, row_id, columns_of) AS [{source: source_id, locator: 'row ' || row_id || columns_of}];

-- A basis of which nothing more is to be said than that the row says so.
CREATE MACRO says(source_id, row_id, columns_of) AS {modality: 'stated', evidence: cite(source_id, row_id, columns_of)};

-- A code and a coding; one without a value is left out of the record.
CREATE MACRO code(scheme_of, value_of) AS {scheme: scheme_of, value: nullif(value_of::VARCHAR, '')};
CREATE MACRO coding(scheme_of, value_of) AS {scheme: scheme_of, value: nullif(value_of::VARCHAR, '')};

-- The columns that the ledger says have a fate.
CREATE MACRO ledger_columns(fate_of) AS (SELECT flatten(list(listed(columns, ','))) FROM ledger WHERE fate = fate_of);

-- The codings of each row of a table, by `_row`: what stands in the columns that the variable `coded` lists, but for a value that means
-- none. Set it before: `SET VARIABLE coded = ledger_columns('coded')`. Columns are text; `scheme` is the dataset's short name.
CREATE MACRO codings_of(read_table, dataset, blank := '') AS TABLE
SELECT _row, list({scheme: dataset || '/' || name, value: trim(value, e' \t\r\n')}) AS codings FROM (UNPIVOT (FROM query_table(read_table))
    ON COLUMNS(lambda name: list_contains(getvariable('coded'), name)) INTO NAME name VALUE value) WHERE trim(value, e' \t\r\n') NOT IN ('', blank) GROUP BY _row;

-- Whether numbers can be an estimate. If not, write the best alone, keep the others as codings, and say so in a note.
CREATE MACRO ascends(low, best, high) AS coalesce(low <= best, true) AND coalesce(best <= high, true) AND coalesce(low <= high, true);

-- The word of ours for a code of a scheme, in a field. `crosswalk` has all of them.
CREATE MACRO word(scheme_of, code_of, field_of) AS (SELECT map_from_entries(list((code, word))) FROM (
    SELECT code, any_value(word) AS word FROM crosswalk WHERE scheme = scheme_of AND field = field_of GROUP BY code
    ))[code_of::VARCHAR];

-- The code of a scheme whose label this is: some editions of a table write the one, some the other.
CREATE MACRO code_labelled(scheme_of, label_of_code) AS coalesce((SELECT map_from_entries(list((label, code))) FROM (
    SELECT lower(label) AS label, any_value(code) AS code FROM crosswalk WHERE scheme = scheme_of GROUP BY ALL))[lower(label_of_code)], label_of_code);

-- The word of ours that a code gives to one of several actors: `the source`, `the target`, `side_b` …
CREATE MACRO word_for(whose, scheme_of, code_of, field_of) AS (SELECT map_from_entries(list((code, word))) FROM (
    SELECT code, any_value(word) AS word FROM crosswalk WHERE scheme = scheme_of AND field = field_of AND starts_with(note, 'of ' || whose)
    GROUP BY code))[code_of::VARCHAR];

-- What a code of a scheme is about, in short.
CREATE MACRO label_of(scheme_of, code_of) AS (SELECT map_from_entries(list((code, about))) FROM (
    SELECT code, any_value(label) AS about FROM crosswalk WHERE scheme = scheme_of GROUP BY code))[code_of::VARCHAR];

-- The code of a country by its English name.
CREATE MACRO country_named(name) AS (SELECT map_from_entries(list((slug, country))) FROM (
    SELECT slug, any_value(country) AS country FROM country_names GROUP BY slug))[slug_letters(name)];

-- Records, as they leave ----------------------------------------------------------------------------------------------

-- The manifest of the new dataset, and the source that is the table. Change the manifest before you publish the records.
CREATE MACRO opening(dataset, title_of, publisher_of, license_of, address) AS unnest([
    to_json({kind: 'dataset', id: 'dataset/' || dataset, format: '0.2', title: title_of, version: '0.1.0', license: license_of, publisher: publisher_of,
        base_iri: 'https://example.org/' || dataset || '/', created: current_date::VARCHAR}),
    to_json({kind: 'source', id: 'source/' || dataset, title: title_of, publisher: publisher_of, type: 'dataset', url: address})]);

-- An object whose first field is null, and lists that the step before has emptied.
CREATE MACRO no_first_nulls(record) AS CASE WHEN contains(record, ':null') OR contains(record, ':[]') THEN
    regexp_replace(regexp_replace(record, '\{"[a-z_]+":null,?', '{', 'g'), ',"[a-z_]+":\[\]', '', 'g') ELSE record END;

-- The record without fields that are null or an empty list, and without codes and codings of no value: what is not known is left
-- out. Texts are safe: their quotation marks are escaped, and so no key.
CREATE MACRO no_nulls(record) AS no_first_nulls(CASE WHEN contains(record, ':null') OR contains(record, ':[]') THEN regexp_replace(record,
    ',\{"scheme":"[^"]*","value":null\}|\{"scheme":"[^"]*","value":null\},?|,"[a-z_]+":(?:null|\[\])', '', 'g') ELSE record END);

-- The ledger of a table that was read, a line for each column. Stops where a column has no line, or a line no column. Columns
-- whose names begin with `_` are the map's own.
CREATE MACRO checked_ledger(read_table) AS TABLE
WITH lines AS (SELECT unnest(listed(columns, ',')) AS name, fate, why FROM ledger),
held AS (SELECT column_name AS name, column_index AS place FROM duckdb_columns() WHERE table_name = read_table AND column_name NOT LIKE '\_%' ESCAPE '\'),
faults AS (
    SELECT 'no line of the ledger names the column ' || name AS fault FROM held ANTI JOIN lines USING (name) UNION ALL
    SELECT 'the ledger names the column ' || name || ', which is not there' FROM lines ANTI JOIN held USING (name) UNION ALL
    SELECT 'the ledger names the column ' || name || ' twice' FROM lines GROUP BY name HAVING count(*) > 1 UNION ALL
    SELECT 'the fate of ' || name || ' is none of exact, coded, coarser, redundant, left out: ' || fate FROM lines
        WHERE fate NOT IN ('exact', 'coded', 'coarser', 'redundant', 'left out'))
SELECT name AS "column", CASE WHEN (SELECT count(*) FROM faults) = 0 THEN fate
    ELSE error((SELECT string_agg(fault, '; ') FROM faults)) END AS fate, why
FROM held FULL JOIN lines USING (name) ORDER BY place;

-- Checks --------------------------------------------------------------------------------------------------------------

-- What is wrong with the records as a map made them: fields and words that the model has not, ids of another form, and ids that
-- are given twice. `standpoint validate` finds this and more; here it can be asked of a part of a map.
CREATE MACRO record_faults() AS TABLE
WITH made AS (SELECT no_nulls(record)::JSON AS record FROM records),
named AS (SELECT record, record ->> '$.kind' AS kind, record ->> '$.id' AS id FROM made),
leaves AS (
    SELECT kind, named.id, atom, ltrim(regexp_replace(fullkey, '^\$|\[\d+\]', '', 'g'), '.') AS path
    FROM named, json_tree(named.record) AS tree WHERE fullkey <> '$')
SELECT DISTINCT id, 'there is no field ' || path AS fault FROM leaves ANTI JOIN model_fields USING (kind, path) UNION ALL
SELECT id, 'there is no ' || field.path FROM named JOIN model_fields AS field USING (kind)
    WHERE required AND json_extract(record, '$.' || path) IS NULL UNION ALL
SELECT DISTINCT id, path || ' is not a word of the model: ' || (atom ->> '$') FROM leaves
    WHERE (kind, path) IN (SELECT (kind, path) FROM model_words)
    AND (kind, path, atom ->> '$') NOT IN (SELECT (kind, path, word) FROM model_words) UNION ALL
SELECT id, 'this is no id of the kind ' || coalesce(kind, 'null') FROM named
    WHERE coalesce(NOT regexp_full_match(id, kind || '/[a-z0-9]+(-[a-z0-9]+)*') OR length(id) > 200, true) UNION ALL
SELECT id, 'the id is given ' || count(*) || ' times' FROM named GROUP BY id HAVING count(*) > 1;
