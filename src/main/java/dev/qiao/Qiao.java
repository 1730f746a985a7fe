package dev.qiao;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program. */
@SpringBootApplication
public class Qiao {
    static void main(String[] args) {
        SpringApplication.run(Qiao.class, args);
    }
}
