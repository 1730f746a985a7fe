package dev.qiao.journal;

record NoteTaken(String code) implements Facts {}
