using CreditScoring.Tests.Cli.Words;
using NUnit.Framework;

namespace CreditScoring.Tests.Cli;

/// <summary>A draw from the list to the proof and its verification, as its users do it.</summary>
public class DrawVerbTests
{
    private const string Round = """
        {"round":657413,"randomness":"fc1873a13f3545aeade8401532ef5519920652eee6b0d2b19ca12643b87b3587",
         "signature":"b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be41076862b98fad56e91a6b85b89cd97b"}
        """;

    private string folder = "";

    [SetUp]
    public void Lists()
    {
        folder = Directory.CreateTempSubdirectory("draw-").FullName;
        var strata = new[] { ("D", 200), ("C", 500), ("B", 3_000), ("A", 10_000) };
        File.WriteAllLines(At("list.txt"), strata.SelectMany(each => Enumerable.Range(1, each.Item2)
            .Select(number => $"{each.Item1}{number:00000}\t{each.Item1}\t4101")).Append("E1\tA\t4101\t\tended").Reverse());
        File.WriteAllLines(At("people.txt"), Enumerable.Range(1, 20).Select(number => $"i{number:00}\tu\t41"));
        File.WriteAllText(At("round.json"), Round);
    }

    [TearDown]
    public void Remove() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Henan_draws_270_and_says_that_the_floor_is_411()
    {
        var (exit, said) = Commit();
        Assert.That(exit, Is.Zero, said);
        Assert.That(said, Does.Contain("D  200 objects, share 0.3, 60 drawn, 6 reserves")
            .And.Contain("C  500 objects, share 0.1, 50 drawn").And.Contain("B  3,000 objects, share 0.02, 60 drawn")
            .And.Contain("A  10,000 objects, share 0.01, 100 drawn").And.Contain("in all  13,700 objects, 270 drawn, 1 left out")
            .And.Contain("below the floor: 0.03 of all, 411 objects, is asked for; 270 are drawn, 141 too few"));
        Assert.That(Credit("run DRAW --round-file FOLDER/round.json").Exit, Is.Zero);
        var (verified, checks) = Credit("verify DRAW/proof.json --population DRAW/population.txt --inspectors DRAW/inspectors.txt --commit DRAW/commit.json");
        Assert.That(verified, Is.Zero, checks);
        Assert.That(checks, Does.Contain("ok  drawn: those drawn are the same when drawn again (270)")
            .And.Contain("not checked  round-signature").And.Not.Contain("FAILED"));
    }

    [Test]
    public void A_replacement_is_a_proof_beside_the_first_one_and_holds()
    {
        Commit();
        Credit("run DRAW --round-file FOLDER/round.json");
        var drawn = File.ReadAllLines(At("draw/proof.json")).First(line => line.Contains("\"id\"")).Split('"')[3];
        var before = File.ReadAllText(At("draw/proof.json"));
        var (exit, said) = Credit($"replace DRAW --object {drawn} --reason 停业 --approver 信用处处长 --on 2023-10-09");
        Assert.That(exit, Is.Zero, said);
        Assert.That(Credit($"replace DRAW --object {drawn} --reason 停业 --approver 信用处处长 --on 2023-10-09"), Is.EqualTo((2, $"{drawn} is not among those drawn\n")));
        Assert.That(File.ReadAllText(At("draw/proof.json")), Is.EqualTo(before));
        var (verified, checks) = Credit("verify DRAW/proof-1.json --population DRAW/population.txt --inspectors DRAW/inspectors.txt --lang zh");
        Assert.That(verified, Is.Zero, checks);
        Assert.That(checks, Does.Contain("相符  replacements: 1 次替换").And.Contain("未验  commit"));
    }

    [Test]
    public void A_draw_is_made_once_and_nothing_is_written_over()
    {
        Commit();
        Credit("run DRAW --round-file FOLDER/round.json");
        var proof = File.ReadAllText(At("draw/proof.json"));
        Assert.That(Credit("run DRAW --round-file FOLDER/round.json").Said, Does.Contain("a draw is made once"));
        Assert.That(Commit().Said, Does.Contain("a draw is made once"));
        Assert.That(File.ReadAllText(At("draw/proof.json")), Is.EqualTo(proof));
    }

    [Test]
    public void Only_its_owner_can_read_the_secret_and_two_draws_never_have_one()
    {
        Commit();
        if (!OperatingSystem.IsWindows())
        {
            Assert.That(File.GetUnixFileMode(At("draw/secret.txt")), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
        }

        var first = File.ReadAllText(At("draw/secret.txt"));
        Directory.Delete(At("draw"), recursive: true);
        Commit();
        Assert.That(File.ReadAllText(At("draw/secret.txt")), Is.Not.EqualTo(first).And.Length.EqualTo(65));
    }

    [TestCase("population.txt", "D00001\tD\t4101", "D00001\tD\t4102", "was changed")]
    [TestCase("inspectors.txt", "i01\t", "i0x\t", "does not come after")]
    [TestCase("commit.json", "\"share\": \"0.3\"", "\"share\": \"0.4\"", "is not as it was written")]
    [TestCase("secret.txt", "", "another digit", "does not have the secret")]
    public void A_file_that_was_changed_between_publication_and_draw_stops_it(string file, string was, string becomes, string said)
    {
        Commit();
        var text = File.ReadAllText(At($"draw/{file}"));
        // A secret is random: its first digit becomes another one.
        var changed = was.Length > 0 ? text.Replace(was, becomes, StringComparison.Ordinal)
            : (text[0] == '0' ? '1' : '0') + text[1..];
        Assert.That(changed, Is.Not.EqualTo(text));
        File.WriteAllText(At($"draw/{file}"), changed);
        var (exit, told) = Credit("run DRAW --round-file FOLDER/round.json");
        Assert.That(exit, Is.EqualTo(2));
        Assert.That(told, Does.Contain(said));
        Assert.That(File.Exists(At("draw/proof.json")), Is.False);
    }

    [TestCase("\"round\":657413", "\"round\":657414")]
    [TestCase("b713718a", "b713718b")]
    [TestCase("fc1873a1", "fc1873a2")]
    [TestCase("\"signature\"", "\"sig\"")]
    public void Another_round_is_not_taken(string was, string becomes)
    {
        Commit();
        File.WriteAllText(At("round.json"), Round.Replace(was, becomes, StringComparison.Ordinal));
        var (exit, said) = Credit("run DRAW --round-file FOLDER/round.json");
        Assert.That(exit, Is.EqualTo(2));
        Assert.That(said, Does.Contain("is not round 657413 of quicknet"));
    }

    [Test]
    public void The_numbers_of_a_lottery_are_put_in_their_one_order()
    {
        Commit("lottery:7", "--public-name", "双色球第 2023107 期", "--public-at", "2023-09-17T21:15:00+08:00");
        Assert.That(Credit("run DRAW --value 1,2,3").Said, Does.Contain("7 numbers are wanted"));
        Assert.That(Credit("run DRAW --value 08,31,22,03,15,12+31").Exit, Is.Zero);
        Assert.That(File.ReadAllText(At("draw/proof.json")), Does.Contain("\"value\": \"3 8 12 15 22 31 31\""));
    }

    [TestCase("drand:quicknet:1", "the public value comes after the publication")]
    [TestCase("drand:unknown:1", "--public cannot be")]
    [TestCase("drand:quicknet", "--public cannot be")]
    [TestCase("lottery:7", "no name or no time")]
    [TestCase("dice", "--public cannot be")]
    [TestCase("drand:quicknet:99999999999", "--public cannot be")]
    public void A_public_value_that_decides_nothing_is_refused(string named, string said)
    {
        Assert.That(Commit(named), Is.EqualTo((2, Commit(named).Said)));
        Assert.That(Commit(named).Said, Does.Contain(said));
    }

    [Test]
    public void Flaws_of_a_list_are_told_with_place_and_mend_and_nothing_is_written()
    {
        File.AppendAllText(At("list.txt"), "D00001\tD\nX\tE\n");
        var (exit, said) = Commit();
        Assert.That(exit, Is.EqualTo(1));
        Assert.That(said, Does.Contain("list.txt:13703:1: error: value-not-listed: there is no stratum 'E'\n  mend: write one of D, C, B, A")
            .And.Contain("list.txt:13702:1: error: listed-twice"));
        Assert.That(Directory.GetFiles(At("draw")), Is.Empty);
    }

    [Test]
    public void A_list_of_a_spreadsheet_with_a_mark_in_front_and_other_line_ends_is_the_same_list()
    {
        Commit();
        var frozen = File.ReadAllText(At("draw/population.txt"));
        Directory.Delete(At("draw"), recursive: true);
        File.WriteAllText(At("list.txt"), "\uFEFF" + File.ReadAllText(At("list.txt")).Replace("\n", "\r\n", StringComparison.Ordinal));
        Assert.That(Commit().Exit, Is.Zero);
        Assert.That(File.ReadAllText(At("draw/population.txt")), Is.EqualTo(frozen));
    }

    [Test]
    public void An_object_to_which_nobody_may_go_is_named()
    {
        File.WriteAllLines(At("people.txt"), ["i01", "i02\t\t\t\t2023-01-01/2023-12-31"]);
        Commit();
        var (exit, said) = Credit("run DRAW --round-file FOLDER/round.json");
        Assert.That(exit, Is.EqualTo(1));
        Assert.That(said, Does.Contain("pair-missing: D0").And.Contain("fewer than 2 inspectors"));
        Assert.That(Credit("verify DRAW/proof.json --population DRAW/population.txt --inspectors DRAW/inspectors.txt").Exit, Is.Zero);
    }

    [Test]
    public void A_proof_that_is_no_proof_is_a_finding()
    {
        File.WriteAllText(At("x.json"), "{");
        Assert.That(Credit("verify FOLDER/x.json").Exit, Is.EqualTo(1));
        Assert.That(Credit("verify FOLDER/none.json").Exit, Is.EqualTo(2));
    }

    private (int Exit, string Said) Commit(string named = "drand:quicknet:657413", params string[] more) => Said.By(
    [
        "draw", "commit", At("draw"), "--profile", "cn-ha", "--rules", RepositoryFiles.Path("rules"),
        "--population", At("list.txt"), "--inspectors", At("people.txt"), "--from", "2023-10-08", "--to", "2023-12-31",
        "--draw", "豫双随〔2023〕1号", "--title", "公示信息抽查", "--published", "2023-09-14T09:00:00+08:00",
        "--public", named, .. more, "--lang", "en",
    ]);

    private (int Exit, string Said) Credit(string call)
    {
        string[] arguments = ["draw", .. call.Split(' ').Select(each => each
            .Replace("DRAW", At("draw"), StringComparison.Ordinal).Replace("FOLDER", folder, StringComparison.Ordinal))];
        return Said.By(call.Contains("--lang", StringComparison.Ordinal) ? arguments : [.. arguments, "--lang", "en"]);
    }

    private string At(string name) => Path.Combine(folder, name);
}
