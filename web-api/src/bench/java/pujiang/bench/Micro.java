package pujiang.bench;

final class Micro {
    static void run(Report r) {}
}
