-- The board repeats the reason that a denied resumption gives; fsck compares it with the event's.
UPDATE listing_board
   SET stops = REPLACE(stops, '依法不予恢复 the law does not let it come back', '规则不通过，不予恢复 denied by the rules, not resumed')
 WHERE stops LIKE '%依法不予恢复%';
