using System.Text;
using CreditScoring.Documents;
using CreditScoring.Draws;
using CreditScoring.Draws.Proofs;

namespace CreditScoring.Tests.Draws;

/// <summary>Rules, lists and draws for tests.</summary>
internal static class Given
{
    /// <summary>Draws of the tests of chance: 20,000 in a long run.</summary>
    public static readonly int Draws =
        int.TryParse(Environment.GetEnvironmentVariable("CREDIT_DRAWS"), out var draws) ? draws : 500;

    public static readonly DrawSecret Secret = DrawSecret.Of(new string('5', 64))!;

    public static readonly DateTimeOffset Published = AnnouncementJson.InstantOf("2020-07-22T09:00:00+08:00")!.Value;

    /// <summary>Round 1000 of drand's first chain, as recorded.</summary>
    public static readonly PublicValue Round1000 = new(
        "a40d3e0e7e3c71f28b7da2fd339f47f0bcf10910309f5253d7c323ec8cea3212",
        "99bf96de133c3d3937293cfca10c8152b18ab2d034ccecf115658db324d2edc00a16a2044cd04a8a38e2a307e5ecff35"
        + "11315be8d282079faf24098f283e0ed2c199663b334d2e84c55c032fe469b212c5c2087ebb83a5b25155c3283f5b79ac",
        "af0d93299a363735fe847f5ea241442c65843dc1bd3a7b79646b3b10072e908bf034d35cd69d378e3341f139100cd4cd"
        + "03030399864ef8803a5a4f5e64fccc20bbae36d1ca22a6ddc43d2630c41105e90598fab11e5c7456df3925d4b577b113");

    /// <summary>Round 657413 of quicknet, as recorded.</summary>
    public static readonly PublicValue Round657413 = new(
        "fc1873a13f3545aeade8401532ef5519920652eee6b0d2b19ca12643b87b3587",
        "b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be41076862b98fad56e91a6b85b89cd97b", null);

    public static readonly PublicSource Default1000 = PublicSource.Drand(DrandChain.Find("default")!, 1000);

    public static readonly Visits Visits = new(new DateOnly(2020, 8, 1), new DateOnly(2020, 9, 30));

    public static Share Share(string text) => CreditScoring.Draws.Share.TryParse(text, out var share, out var flaw)
        ? share : throw new ArgumentException(flaw!.Value.En);

    public static DrawSeed Seed(int number) => new(Digest.Of(BitConverter.GetBytes(number)));

    public static DrawRule Rule(string? floor, params (string Name, string Share)[] strata) => new(
        "test", "test", Rounding.Up, [.. strata.Select(each => new Stratum(each.Name, Share(each.Share), 1, null))],
        floor is null ? null : Share(floor), Share("0.1"), 2, Regions.Any);

    public static SamplingPlan Plan(DrawRule rule, params int[] population) => new(
        rule, rule.Strata.Zip(population).ToDictionary(each => each.First.Name, each => each.Second));

    /// <summary>Objects of a stratum, D001 and so on.</summary>
    public static IEnumerable<Listed> Objects(string stratum, int count, string needs = "") =>
        Enumerable.Range(1, count).Select(number => new Listed($"{stratum}{number:000}", stratum, "410100", needs, ""));

    public static FrozenLines Frozen(string text, string file = "population.txt") =>
        new(file, [Encoding.UTF8.GetBytes(text)]);

    public static string Text(IEnumerable<Listed> objects) =>
        string.Concat(objects.Select(each => each.Line + "\n").Order(OctetOrder.Instance));

    public static InspectorRegister Register(params IEnumerable<string> lines)
    {
        var flaws = new List<Flaw>();
        return InspectorRegister.Freeze("inspectors.txt", lines, flaws)
            ?? throw new ArgumentException(flaws[0].ToString());
    }

    /// <summary>Inspectors i01 and so on, who may go anywhere.</summary>
    public static InspectorRegister Inspectors(int count) =>
        Register(Enumerable.Range(1, count).Select(number => $"i{number:00}"));

    /// <summary>A draw with its files, as they are published.</summary>
    public static DrawnFiles Draw(
        DrawRule rule, IEnumerable<Listed> objects, InspectorRegister? register, PublicSource source, PublicValue? value)
    {
        var all = objects.ToArray();
        var count = new PopulationCount();
        Array.ForEach(all, count.Add);
        var list = Text(all);
        var announced = new Announcement(
            "试双随〔2020〕1号", "公示信息抽查", Published, Digest.Of(Encoding.UTF8.GetBytes(list)), all.Length,
            [.. count.Excluded.Select(each => new ExcludedCount(each.Key, each.Value))], rule,
            new SamplingPlan(rule, count.Strata),
            register is null ? null : new InspectorsFrozen(register.Digest, register.All.Count, Visits),
            Secret.Commitment("试双随〔2020〕1号"), source);
        var lots = Drawing.Lots(announced, Secret, value);
        Array.ForEach(all, lots.Add);
        return new DrawnFiles(Drawing.Of(announced, Secret, value, lots, register), list, register?.Text);
    }
}

/// <summary>The files of a draw.</summary>
internal sealed record DrawnFiles(Proof Proof, string List, string? Register)
{
    public IReadOnlyList<Check> Verified() => Verified(Encoding.UTF8.GetBytes(Proof.Text));

    public IReadOnlyList<Check> Verified(byte[] proof) => Verification.Of(new ProofFiles(
        "proof.json", proof, Encoding.UTF8.GetBytes(Proof.Announced.Text), Given.Frozen(List),
        Register is null ? null : Given.Frozen(Register, "inspectors.txt")));

    public IEnumerable<string> Failed() => Verified().Where(check => check.Outcome == CheckOutcome.Failed).Select(check => check.Name);

    /// <summary>The same with an object of those drawn replaced.</summary>
    public DrawnFiles Replaced(string id, string reason = "停业")
    {
        var objects = List.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => Listed.Read(line, true, out _)!.Value).ToDictionary(each => each.Id);
        var request = new Replacement(id, "", reason, "信用监管处处长", new DateOnly(2020, 8, 3), [], default);
        var register = Register is null ? null : Given.Register(Register.Split('\n'));
        return this with { Proof = Replacing.Add(Proof, request, objects, register, out _)! };
    }
}
