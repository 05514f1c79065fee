using System.Text;
using CreditScoring.Documents;

namespace CreditScoring.Draws.Proofs;

/// <summary>What a proof is held against; null: that file is not at hand.</summary>
/// <param name="Name">Of the proof, for flaws.</param>
/// <param name="Proof">Its octets.</param>
/// <param name="Commit">The announcement, as it was published before.</param>
/// <param name="Population">The frozen list.</param>
/// <param name="Inspectors">The frozen register.</param>
public sealed record ProofFiles(
    string Name, byte[] Proof, byte[]? Commit, FrozenLines? Population, FrozenLines? Inspectors);

/// <summary>Holds a proof against the files that it names, and repeats the draw (验证).</summary>
public sealed class Verification
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private readonly ProofFiles files;
    private readonly Proof proof;
    private readonly List<Check> checks = [];

    private Verification(ProofFiles files, Proof proof)
    {
        this.files = files;
        this.proof = proof;
    }

    /// <summary>Every check in its order.</summary>
    public static IReadOnlyList<Check> Of(ProofFiles files)
    {
        var flaws = new List<Flaw>();
        if (Decoded(files.Proof) is not { } text)
        {
            return [Check.Failed("form", new Wording("证明不是 UTF-8", "the proof is no UTF-8"))];
        }

        if (ProofReader.Read(new SourceText(files.Name, text), flaws) is not { } proof)
        {
            return [.. flaws.Select(flaw => Check.Failed("form", Said(flaw)))];
        }

        var verification = new Verification(files, proof);
        verification.OfForm(text);
        verification.OfAnnouncement();
        verification.OfSecret();
        verification.checks.AddRange(PublicChecks.Of(proof));
        verification.OfSeed();
        verification.OfDraw();
        verification.OfReplacements();
        return verification.checks;
    }

    /// <summary>Puts every line of a list in; the flaw that stopped it, or null.</summary>
    public static Flaw? Fill(FrozenLines list, Lots lots, PopulationCount count)
    {
        var before = "";
        foreach (var (number, line) in list.Read())
        {
            var listed = Listed.Read(line, frozen: true, out var flaw) ?? default;
            // In order the lines of one object stand together: two would be two chances.
            flaw ??= listed.Id == before ? LineFlaw.Twice(listed.Id) : null;
            if (flaw is not null)
            {
                return flaw.At(list.File, number);
            }

            before = listed.Id;
            count.Add(listed);
            lots.Add(listed);
        }

        return list.Flaw;
    }

    private static string? Decoded(byte[] octets)
    {
        try
        {
            return Strict.GetString(octets);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static Wording Said(Flaw flaw) => new(flaw.In("zh"), flaw.In("en"));

    private void OfForm(string text)
    {
        var (written, should) = (text.Split('\n'), proof.Text.Split('\n'));
        var line = written.Zip(should).TakeWhile(pair => pair.First == pair.Second).Count();
        var wanted = Spelling.Shown(should.ElementAtOrDefault(line) ?? "");
        checks.Add(Check.Of(
            "form", text == proof.Text, "证明只有一种写法，逐字节相符",
            "it is written in the one form of a proof, to the octet",
            new Wording(
                $"第 {line + 1} 行应写作：{wanted}", $"line {line + 1} should be written: {wanted}")));
    }

    private void OfAnnouncement() => checks.Add(files.Commit is null
        ? Check.Not(
            "commit", "没有给出抽取前公布的公告（--commit），不能确认它事先公布过",
            "the announcement (--commit) is not given: that it was published before is not shown")
        : Check.Of(
            "commit", files.Commit.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(proof.Announced.Text)),
            "证明中的公告与所给的公告逐字节相同", "the announcement in it is the one given, to the octet"));

    private void OfSecret() => checks.Add(Check.Of(
        "commitment", proof.Secret.Commitment(proof.Announced.Draw) == proof.Announced.Commitment,
        "密数与事先的承诺相符", "the secret is the one that was committed to"));

    private void OfSeed()
    {
        var again = DrawSeed.Of(proof.Announced.Digest, proof.Secret, proof.Public?.Value ?? "");
        checks.Add(Check.Of(
            "seed", again.Value == proof.Seed, "种子由公告、密数和公开值得出",
            "the seed follows from announcement, secret and public value"));
    }

    /// <summary>The list and what was drawn from it, in one pass.</summary>
    private void OfDraw()
    {
        if (files.Population is not { } list)
        {
            checks.Add(Check.Not(
                "population", "没有给出名单（--population）", "the list (--population) is not given"));
            checks.Add(Check.Not("drawn", "没有名单，不能重抽", "without the list the draw cannot be repeated"));
            return;
        }

        var lots = Drawing.Lots(proof.Announced, proof.Secret, proof.Public);
        var count = new PopulationCount();
        var flaw = Fill(list, lots, count);
        checks.Add(Check.Of(
            "population", flaw is null && list.Digest == proof.Announced.Population,
            "名单文件的 SHA-256 与公告相符", "SHA-256 of the list is the one announced",
            flaw is null ? null : Said(flaw)));
        checks.Add(Check.Of(
            "count", IsAnnounced(count), "名单的行数、各层户数、不入名单的户数与公告相符",
            "lines, strata and those left out are as many as announced"));
        OfResult(lots, OfInspectors());
    }

    private bool IsAnnounced(PopulationCount count)
    {
        var announced = proof.Announced;
        var excluded = count.Excluded.Select(each => new ExcludedCount(each.Key, each.Value));
        return count.Listed == announced.Listed && excluded.SequenceEqual(announced.Excluded)
            && count.Strata.Values.Sum() == announced.Plan.Population
            && announced.Plan.Strata.All(
                each => count.Strata.GetValueOrDefault(each.Stratum.Name) == each.Population);
    }

    /// <summary>The register, if it is at hand and sound.</summary>
    private InspectorRegister? OfInspectors()
    {
        if (proof.Announced.Inspectors is not { } frozen)
        {
            return null;
        }

        if (files.Inspectors is null)
        {
            checks.Add(Check.Not(
                "inspectors", "没有给出人员名录（--inspectors），检查人员没有重抽",
                "the register (--inspectors) is not given: who goes where was not repeated"));
            return null;
        }

        var flaws = new List<Flaw>();
        var register = InspectorRegister.Read(files.Inspectors, flaws);
        checks.Add(Check.Of(
            "inspectors", register?.Digest == frozen.Register && register?.All.Count == frozen.Listed,
            "人员名录文件的 SHA-256 与公告相符", "SHA-256 of the register is the one announced",
            flaws.Count == 0 ? null : Said(flaws[0])));
        return register;
    }

    private void OfResult(Lots lots, InspectorRegister? register)
    {
        var again = Drawing.Of(proof.Announced, proof.Secret, proof.Public, lots, register);
        checks.Add(Same("drawn", proof.Drawn, again.Drawn, Lot, "抽中名单", "those drawn"));
        checks.Add(Same("reserves", proof.Reserves, again.Reserves, Lot, "替补名单", "the reserves"));
        if (proof.Announced.Inspectors is null || register is not null)
        {
            checks.Add(Same(
                "pairs", proof.Drawn, again.Drawn, each => $"{each.Id} {string.Join(',', each.Inspectors)}",
                "检查人员", "the inspectors"));
            checks.Add(Same(
                "replacement-pairs", proof.Replacements, Repeated(again, lots, register),
                each => $"{each.In} {string.Join(',', each.Inspectors)}",
                "替换后的检查人员", "the inspectors of those in the place of others"));
        }
    }

    private static string Lot(DrawnObject each) => $"{each.Stratum} {each.Id} {each.Rank}";

    /// <summary>The replacements again, one upon another.</summary>
    private IReadOnlyList<Replacement> Repeated(Proof again, Lots lots, InspectorRegister? register)
    {
        var reserves = lots.ReservesById();
        foreach (var replacement in proof.Replacements)
        {
            again = Replacing.Add(again, replacement, reserves, register, out _) ?? again;
        }

        return again.Replacements;
    }

    private void OfReplacements()
    {
        var (sound, before) = (true, proof.Before(0));
        foreach (var (place, replacement) in proof.Replacements.Index())
        {
            sound = sound && replacement.Before == before.Digest
                && Replacing.Current(before).TryGetValue(replacement.Out, out var at)
                && Replacing.Next(before, at.Stratum) == replacement.In;
            before = proof.Before(place + 1);
        }

        checks.Add(Check.Of(
            "replacements", sound, $"{proof.Replacements.Count} 次替换依次接续，替补均为同层的下一名",
            $"{proof.Replacements.Count} replacements follow one upon another, "
                + "each the next of its stratum"));
    }

    private static Check Same<T>(
        string name, IReadOnlyList<T> are, IReadOnlyList<T> should, Func<T, string> shown, string zh,
        string en)
    {
        var place = are.Zip(should).TakeWhile(pair => shown(pair.First) == shown(pair.Second)).Count();
        var wanted = place < should.Count ? Spelling.OneLine(shown(should[place])) : "-";
        return Check.Of(
            name, place == are.Count && place == should.Count,
            $"{zh}与重抽的相同（{should.Count}）", $"{en} are the same when drawn again ({should.Count})",
            new Wording($"{zh}第 {place + 1} 个应为 {wanted}", $"number {place + 1} of {en} should be {wanted}"));
    }
}
