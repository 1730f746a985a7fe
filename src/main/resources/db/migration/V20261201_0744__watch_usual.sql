-- What nearly everybody wants to know before users do. They find nothing until machines are measured, and can be changed or taken away.
insert into signal.watch (name, metric, matchers, sign, severity) values
    ('磁盘将写满', 'disk', '{}', '{"kind": "trend", "side": "above", "limit": 98, "hours": 24, "back": 6}', 'warning'),
    ('磁盘空间不足', 'disk', '{}', '{"kind": "threshold", "side": "above", "limit": 90, "calm": 85, "minutes": 10}', 'warning'),
    ('内存不足', 'memory', '{}', '{"kind": "threshold", "side": "above", "limit": 95, "calm": 90, "minutes": 15}', 'warning'),
    ('处理器长时间繁忙', 'cpu', '{}', '{"kind": "threshold", "side": "above", "limit": 95, "calm": 85, "minutes": 30}', 'warning')
on conflict (name) do nothing;
