-- Statistics: derived from nflverse's files, rebuildable at any time.
-- known_on: the first day on whose morning a row could be known. A reader that asks as of a day uses only rows with
-- known_on <= that day. Club codes are today's (a Rams row of 2010 is LA). Columns keep nflverse's names.

CREATE TABLE loaded (               -- one row per data set and season that is loaded whole
  dataset TEXT NOT NULL,
  season INTEGER NOT NULL,          -- 0: the data set is one file for all seasons
  row_count INTEGER NOT NULL,
  through_week INTEGER,             -- the last week with rows, where the data set has weeks
  unmatched INTEGER NOT NULL DEFAULT 0,   -- rows left out: whose player is not known for certain
  fingerprint TEXT NOT NULL,        -- of the source's content: unchanged content is not written again
  origin TEXT NOT NULL,             -- where it came from
  loaded_at TEXT NOT NULL,
  PRIMARY KEY (dataset, season)
) STRICT, WITHOUT ROWID;

CREATE TABLE player (
  pid INTEGER PRIMARY KEY,          -- ours, stable over loads
  gsis TEXT UNIQUE,
  pfr TEXT UNIQUE,
  espn TEXT,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,           -- bot.model.name_key
  position TEXT,                    -- QB RB FB WR TE T G C OL DE DT NT DL LB ILB OLB EDGE CB S SS FS DB K P LS ...
  birth_date TEXT,
  college TEXT,
  rookie_season INTEGER,
  draft_season INTEGER,             -- NULL: undrafted or unknown
  last_season INTEGER,              -- latest season with any row: only for ranking look-ups, never a fact to show
  recent_games INTEGER NOT NULL DEFAULT 0,   -- games in that season: likewise
  last_club TEXT                    -- likewise: a label in choices
) STRICT;
CREATE INDEX player_by_name ON player (name_key);

CREATE TABLE player_alias (         -- other printed names: Gabriel Davis for Gabe Davis
  name_key TEXT NOT NULL,
  pid INTEGER NOT NULL,
  PRIMARY KEY (name_key, pid)
) STRICT, WITHOUT ROWID;

CREATE TABLE club (                 -- the 32 of today
  code TEXT PRIMARY KEY,
  conference TEXT NOT NULL,         -- AFC, NFC
  division TEXT NOT NULL            -- "NFC North"
) STRICT, WITHOUT ROWID;

CREATE TABLE week (                 -- weeks that have rows
  season INTEGER NOT NULL,
  week INTEGER NOT NULL,            -- 1..17 or 18 regular, then WC, DIV, CON, SB
  season_type TEXT NOT NULL,        -- REG, POST
  known_on TEXT NOT NULL,           -- the day on whose morning the whole week is known
  PRIMARY KEY (season, week)
) STRICT, WITHOUT ROWID;

CREATE TABLE game (
  game_id TEXT PRIMARY KEY,
  season INTEGER NOT NULL,
  week INTEGER NOT NULL,
  game_type TEXT NOT NULL,          -- REG WC DIV CON SB
  gameday TEXT NOT NULL,
  gametime TEXT,                    -- Eastern, HH:MM
  away_team TEXT NOT NULL,
  home_team TEXT NOT NULL,
  away_score INTEGER,               -- NULL: not played; use only where known_on <= as of
  home_score INTEGER,
  neutral INTEGER NOT NULL,         -- 1: neither club's own stadium
  overtime INTEGER,
  spread_line REAL,                 -- positive: the home club is favoured by so many points
  total_line REAL,
  away_moneyline INTEGER,
  home_moneyline INTEGER,
  away_qb TEXT, home_qb TEXT,       -- names as in the file: the starters
  away_qb_pid INTEGER, home_qb_pid INTEGER,
  away_coach TEXT, home_coach TEXT,
  known_on TEXT NOT NULL            -- of result, quarterbacks and coaches; the fixture itself is known long before
) STRICT;
CREATE INDEX game_by_season ON game (season, week);
-- These two hold whatever a game log shows of a game.
CREATE INDEX game_by_away ON game (season, away_team, week, gameday, away_score, home_score, known_on);
CREATE INDEX game_by_home ON game (season, home_team, week, gameday, away_score, home_score, known_on);

-- STATS: the stat columns below are the same, in the same order, in player_week, player_season and club_week.

CREATE TABLE player_week (
  pid INTEGER NOT NULL,
  season INTEGER NOT NULL,
  week INTEGER NOT NULL,
  season_type TEXT NOT NULL,        -- REG, POST
  team TEXT NOT NULL,               -- the club of that week
  opponent TEXT,
  position TEXT,
  known_on TEXT NOT NULL,
  /*STATS*/
  PRIMARY KEY (pid, season, week)
) STRICT, WITHOUT ROWID;
CREATE INDEX player_week_by_club ON player_week (season, week, team);

CREATE TABLE player_season (        -- sums of player_week; where a stat is in no weekly row of the season, nflverse's season total
  pid INTEGER NOT NULL,
  season INTEGER NOT NULL,
  season_type TEXT NOT NULL,
  games INTEGER NOT NULL,
  team TEXT NOT NULL,               -- the last club: the totals are of all clubs of that season
  clubs TEXT,                       -- all of them in order, apart by blanks; NULL: to be found in his weeks
  position TEXT,
  known_on TEXT NOT NULL,           -- the end of that season (part): never usable inside it
  /*STATS*/
  PRIMARY KEY (pid, season, season_type)
) STRICT, WITHOUT ROWID;
CREATE INDEX player_season_by_season ON player_season (season, season_type);

CREATE TABLE club_week (            -- sums of player_week by club and week
  season INTEGER NOT NULL,
  week INTEGER NOT NULL,
  team TEXT NOT NULL,
  season_type TEXT NOT NULL,
  opponent TEXT,
  known_on TEXT NOT NULL,
  /*STATS*/
  PRIMARY KEY (season, week, team)
) STRICT, WITHOUT ROWID;

CREATE TABLE club_through (         -- club_week, regular season, summed from week 1 to this one; a row per club and week, byes too
  season INTEGER NOT NULL,
  week INTEGER NOT NULL,
  team TEXT NOT NULL,
  games INTEGER NOT NULL,
  known_on TEXT NOT NULL,           -- week.known_on
  /*STATS*/
  PRIMARY KEY (season, week, team)
) STRICT, WITHOUT ROWID;

CREATE TABLE allowed_through (      -- the same, summed over what opponents did against the club
  season INTEGER NOT NULL,
  week INTEGER NOT NULL,
  team TEXT NOT NULL,
  games INTEGER NOT NULL,
  known_on TEXT NOT NULL,
  /*STATS*/
  PRIMARY KEY (season, week, team)
) STRICT, WITHOUT ROWID;

CREATE TABLE leader (               -- regular season, summed from week 1 to this one; the best 25 of each stat, ties by name
  season INTEGER NOT NULL,
  week INTEGER NOT NULL,
  stat TEXT NOT NULL,
  place INTEGER NOT NULL,           -- 1.. in order; ties share no place here: compare values
  pid INTEGER NOT NULL,
  team TEXT NOT NULL,               -- his last club by then
  value REAL NOT NULL,
  known_on TEXT NOT NULL,
  PRIMARY KEY (season, week, stat, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE roster_week (
  season INTEGER NOT NULL,
  week INTEGER NOT NULL,
  team TEXT NOT NULL,
  pid INTEGER NOT NULL,
  game_type TEXT NOT NULL,
  position TEXT,
  status TEXT NOT NULL,             -- ACT INA RES DEV CUT EXE SUS ...
  known_on TEXT NOT NULL,           -- the day after the club's game of that week
  PRIMARY KEY (season, week, team, pid)
) STRICT, WITHOUT ROWID;
CREATE INDEX roster_week_by_player ON roster_week (pid, season, week);

CREATE TABLE depth (
  season INTEGER NOT NULL,
  week INTEGER NOT NULL,            -- of the newer layout: the week that the day falls into, 0 before the season
  day TEXT NOT NULL,                -- of the newer layout; '' in the older one, which has weeks only
  team TEXT NOT NULL,
  position TEXT NOT NULL,           -- QB, RB, LT, WR, RCB ... as the chart names the place
  rank INTEGER NOT NULL,            -- 1 is the starter
  slot INTEGER NOT NULL,            -- tells two places of one name apart; 0 in the older layout
  pid INTEGER NOT NULL,
  formation TEXT NOT NULL,
  known_on TEXT NOT NULL,
  PRIMARY KEY (season, week, day, team, formation, position, slot, rank, pid)
) STRICT, WITHOUT ROWID;

CREATE TABLE snap (
  season INTEGER NOT NULL,
  week INTEGER NOT NULL,
  team TEXT NOT NULL,
  pid INTEGER NOT NULL,
  game_type TEXT NOT NULL,
  opponent TEXT NOT NULL,
  position TEXT NOT NULL,
  offense_snaps INTEGER NOT NULL,
  offense_pct REAL NOT NULL,        -- 0 to 1
  defense_snaps INTEGER NOT NULL,
  defense_pct REAL NOT NULL,
  st_snaps INTEGER NOT NULL,
  st_pct REAL NOT NULL,
  known_on TEXT NOT NULL,
  PRIMARY KEY (season, week, team, pid)
) STRICT, WITHOUT ROWID;
CREATE INDEX snap_by_player ON snap (pid, season, week);

CREATE TABLE injury (
  season INTEGER NOT NULL,
  week INTEGER NOT NULL,
  team TEXT NOT NULL,
  pid INTEGER NOT NULL,
  game_type TEXT NOT NULL,
  report_status TEXT,               -- Out, Doubtful, Questionable; NULL: listed without a designation
  injury TEXT,
  practice_status TEXT,
  known_on TEXT NOT NULL,
  PRIMARY KEY (season, week, team, pid)
) STRICT, WITHOUT ROWID;
CREATE INDEX injury_by_player ON injury (pid, season, week);

CREATE TABLE draft_pick (
  season INTEGER NOT NULL,
  pick INTEGER NOT NULL,
  round INTEGER NOT NULL,
  team TEXT NOT NULL,
  pid INTEGER,
  name TEXT NOT NULL,
  position TEXT,
  college TEXT,
  known_on TEXT NOT NULL,           -- 15 May of the season: no draft ended later
  PRIMARY KEY (season, pick)
) STRICT, WITHOUT ROWID;
CREATE INDEX draft_pick_by_player ON draft_pick (pid);

CREATE TABLE trade (
  trade_id INTEGER PRIMARY KEY,
  season INTEGER NOT NULL,          -- the league year
  day TEXT NOT NULL,
  known_on TEXT NOT NULL            -- that day
) STRICT;

CREATE TABLE trade_leg (
  trade_id INTEGER NOT NULL,
  seq INTEGER NOT NULL,             -- the order of the file
  gave TEXT NOT NULL,
  received TEXT NOT NULL,
  pid INTEGER,                      -- the player who is traded; NULL for a pick
  name TEXT,                        -- of that player, as in the file
  pick_season INTEGER,              -- NULL for a player
  pick_round INTEGER,
  pick_number INTEGER,              -- overall; filled in later by the source: show only from 1 April of pick_season
  conditional INTEGER,              -- 1: yes
  drafted_pid INTEGER,              -- who was drafted with it later: show only where that draft is known
  drafted_name TEXT,
  PRIMARY KEY (trade_id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX trade_leg_by_player ON trade_leg (pid);

CREATE TABLE contract (
  seq INTEGER PRIMARY KEY,
  pid INTEGER,
  name TEXT NOT NULL,
  position TEXT,
  team TEXT,
  year_signed INTEGER,              -- NULL: the file does not say
  years INTEGER,
  value REAL,                       -- millions of dollars
  apy REAL,
  guaranteed REAL,
  is_active INTEGER,
  known_on TEXT NOT NULL            -- a rookie's: 15 May of his draft; else 1 January after year_signed; not given: the day of loading
) STRICT;
CREATE INDEX contract_by_player ON contract (pid);

CREATE TABLE coach (                -- compiled by us: see coaches.csv
  season INTEGER NOT NULL,
  team TEXT NOT NULL,
  slot TEXT NOT NULL,               -- HC, OC, DC
  name TEXT NOT NULL,
  known_on TEXT NOT NULL,           -- 1 March of the season, or the day he took over inside it
  until TEXT NOT NULL,              -- the day he left inside the season, else 1 March of the next year
  PRIMARY KEY (season, team, slot, known_on, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX coach_by_name ON coach (name);
