using System.Text;
using CreditScoring.Cli.Words;
using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.Draws;
using CreditScoring.Draws.Proofs;

namespace CreditScoring.Cli.RandomDraw;

/// <summary>
/// The folder of one draw: what is published before it, the secret, and the proof. Nothing in it is ever
/// written over: a draw is made once.
/// </summary>
internal sealed class DrawFolder(string path)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public string Commit => Path.Combine(path, "commit.json");

    public string Population => Path.Combine(path, "population.txt");

    public string Inspectors => Path.Combine(path, "inspectors.txt");

    public string Secret => Path.Combine(path, "secret.txt");

    /// <summary>The proof after so many replacements.</summary>
    public string Proof(int replacements) =>
        Path.Combine(path, replacements == 0 ? "proof.json" : $"proof-{replacements}.json");

    /// <summary>The proof with the most replacements.</summary>
    public string LatestProof()
    {
        var latest = 0;
        while (File.Exists(Proof(latest + 1)))
        {
            latest++;
        }

        return Proof(latest);
    }

    /// <summary>Makes the folder, unless a draw is in it.</summary>
    public void Begin()
    {
        Directory.CreateDirectory(path);
        foreach (var file in new[] { Commit, Population, Inspectors, Secret, Proof(0) }.Where(File.Exists))
        {
            throw new WrongUseException(DrawPhrases.DrawIsThere(file));
        }
    }

    /// <summary>Writes a new file; of a secret one nobody else can read it.</summary>
    public static void Write(string file, IEnumerable<string> lines, bool isSecret = false)
    {
        var how = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (isSecret && !OperatingSystem.IsWindows())
        {
            how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var text = new StreamWriter(file, Utf8, how);
        foreach (var line in lines)
        {
            text.Write(line);
            text.Write('\n');
        }
    }

    /// <summary>A text as it is, which must not be there yet.</summary>
    public static void WriteText(string file, string text)
    {
        if (File.Exists(file))
        {
            throw new WrongUseException(DrawPhrases.DrawIsThere(file));
        }

        Write(file, [text[..^1]]);
    }

    public Announcement ReadCommit() =>
        Sound(flaws => AnnouncementReader.Read(new SourceText(Commit, TextFile.Read(Commit)), flaws))
            is var announced && announced.Text == TextFile.Read(Commit)
            ? announced : throw new WrongUseException(DrawPhrases.NotAsWritten(Commit));

    public static Proof ReadProof(string file) =>
        Sound(flaws => ProofReader.Read(new SourceText(file, TextFile.Read(file)), flaws))
            is var proof && proof.Text == TextFile.Read(file)
            ? proof : throw new WrongUseException(DrawPhrases.NotAsWritten(file));

    public DrawSecret ReadSecret(Announcement announced) =>
        DrawSecret.Of(TextFile.Read(Secret).TrimEnd('\n')) is { } secret
            && secret.Commitment(announced.Draw) == announced.Commitment
            ? secret : throw new WrongUseException(DrawPhrases.NotTheSecret(Secret));

    /// <summary>Null where objects alone are drawn.</summary>
    public InspectorRegister? ReadInspectors(Announcement announced)
    {
        if (announced.Inspectors is not { } frozen)
        {
            return null;
        }

        var register = Sound(flaws => InspectorRegister.Read(Frozen(Inspectors), flaws));
        return register.Digest == frozen.Register
            ? register : throw new WrongUseException(DrawPhrases.NotAsAnnounced(Inspectors));
    }

    /// <summary>Puts the whole list into the lots.</summary>
    public void Fill(Announcement announced, Lots lots)
    {
        var list = Frozen(Population);
        if (Verification.Fill(list, lots, new PopulationCount()) is { } flaw)
        {
            throw new WrongUseException(Phrases.Of(flaw));
        }

        if (list.Digest != announced.Population)
        {
            throw new WrongUseException(DrawPhrases.NotAsAnnounced(Population));
        }
    }

    public static FrozenLines Frozen(string file) => new(file, FilePieces.Of(file));

    /// <summary>What is read, or the first flaw of it.</summary>
    private static T Sound<T>(Func<List<Flaw>, T?> read)
        where T : class
    {
        var flaws = new List<Flaw>();
        return read(flaws) is { } sound && flaws.Count == 0
            ? sound : throw new WrongUseException(Phrases.Of(flaws[0]));
    }
}
