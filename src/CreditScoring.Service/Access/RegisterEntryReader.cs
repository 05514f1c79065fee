using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CreditScoring.Documents;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Access;

/// <summary>
/// Text -> entry: of an act that the record keeps, and of what somebody asks to be entered. Both have the
/// same properties; what is asked for names what and target as well, and a key has no hash yet.
/// </summary>
public static partial class RegisterEntryReader
{
    private static readonly Dictionary<string, Func<Parts, RegisterEntry?>> Readers = new()
    {
        ["person-added"] = of => of.Added(isSystem: false),
        ["system-added"] = of => of.Added(isSystem: true),
        ["blocked"] = of => new HolderBlocked(of.Target),
        ["unblocked"] = of => new HolderUnblocked(of.Target),
        ["role-granted"] = of => of.Role is { } role ? new RoleGranted(of.Target, role) : null,
        ["role-confirmed"] = of => of.Role is { } role ? new RoleConfirmed(of.Target, role) : null,
        ["role-withdrawn"] = of => of.Role is { } role ? new RoleWithdrawn(of.Target, role) : null,
        ["key-issued"] = of => of.Issued(),
        ["key-confirmed"] = of => new KeyConfirmed(of.Id),
        ["key-revoked"] = of => new KeyRevoked(of.Id),
        ["password-set"] = of => of.Password(),
        ["password-confirmed"] = of => new PasswordConfirmed(of.Target),
        ["sessions-ended"] = of => new SessionsEnded(of.Target),
        ["identity-bound"] = of => of.Identity() is { } whose ? new IdentityBound(of.Target, whose) : null,
        ["identity-confirmed"] = of =>
            of.Identity() is { } whose ? new IdentityConfirmed(of.Target, whose) : null,
        ["identity-unbound"] = of =>
            of.Identity() is { } whose ? new IdentityUnbound(of.Target, whose) : null,
    };

    /// <summary>What is entered by what persons do, and never because somebody asks for it.</summary>
    private static readonly Dictionary<string, Func<Parts, RegisterEntry?>> Own = new()
    {
        ["signed-in"] = of => of.SignedIn(),
        [SignInFailed.Failed] = of => of.Failed(),
        [SignInFailed.Locked] = of => of.Failed(),
        ["signed-out"] = of => of.Text("session") is { } session ? new SignedOut(of.Target, session) : null,
        ["protection-key-added"] = of => of.ProtectionKey(),
    };

    public static IEnumerable<string> Whats => Readers.Keys.Concat(Own.Keys);

    /// <summary>An entry that the record has.</summary>
    /// <exception cref="InvalidDataException">It was kept by a newer program, or changed since.</exception>
    public static RegisterEntry OfKept(Act act)
    {
        var flaws = new List<Flaw>();
        var body = JsonDocumentReader.Read(new SourceText($"act {act.Number}", act.Body), out var broken);
        if (body is not null && WebhookReader.OfKept(act, new ObjectReader(body, flaws), flaws) is { } webhook
            && flaws.Count == 0)
        {
            return webhook;
        }

        var read = Readers.GetValueOrDefault(act.What) ?? Own.GetValueOrDefault(act.What);
        var entry = body is null || read is null ? null
            : read(new Parts(new ObjectReader(body, flaws), act.Target, null, flaws) { Secret = act.Secret });
        return entry is not null && flaws.Count == 0 ? entry
            : throw new InvalidDataException($"act {act.Number}, {act.What} {act.Target}, cannot be read: "
                + (broken ?? flaws.FirstOrDefault())?.ToString());
    }

    /// <summary>An entry that is asked for.</summary>
    /// <param name="made">The key that is made, where one is asked for.</param>
    /// <returns>Null: it has flaws.</returns>
    public static RegisterEntry? OfAsked(SourceText asked, KeyText made, ICollection<Flaw> flaws)
    {
        if (JsonDocumentReader.Read(asked, out var broken) is not { } body)
        {
            flaws.Add(broken!);
            return null;
        }

        var reader = new ObjectReader(body, flaws);
        var what = reader.RequireText("what");
        if (what is not null && !Readers.ContainsKey(what))
        {
            flaws.Add(NotOneOf(body["what"]!, Readers.Keys));
        }

        // A key is named by who makes it.
        var target = what == "key-issued" ? $"key:{made.Id}" : reader.RequireText("target") ?? "";
        var entry = what is not null && flaws.Count == 0
            ? Readers[what](new Parts(reader, target, made, flaws)) : null;
        if (entry is not null)
        {
            reader.Close();
        }

        return flaws.Count == 0 ? entry : null;
    }

    private static Flaw NotOneOf(JsonPiece piece, IReadOnlyCollection<string> known) => new(
        "value-unknown", piece.Place,
        new Wording($"没有“{piece.Text}”", $"there is no '{piece.Text}'"),
        NearMiss.Of(piece.Text ?? "", known) is { } meant
            ? new Wording($"是否想写“{meant}”？", $"did you mean '{meant}'?")
            : new Wording(
                $"可用：{string.Join("、", known)}", $"there are: {string.Join(", ", known)}"));

    /// <summary>Letters, digits, and . _ @ - between; what is written in commands and addresses.</summary>
    [GeneratedRegex(@"^[a-z0-9](?:[a-z0-9._@-]{0,62}[a-z0-9])?\z")]
    private static partial Regex IdForm { get; }

    /// <summary>The properties of one entry.</summary>
    private sealed class Parts(ObjectReader reader, string target, KeyText? made, ICollection<Flaw> flaws)
    {
        public string Target => target;

        /// <summary>Of the act; null: it has none, or it was blanked.</summary>
        public string? Secret { get; init; }

        /// <summary>What stands behind the colon of the target.</summary>
        public string Id => target[(target.IndexOf(':') + 1)..];

        public Role? Role => reader.RequireText("role") is null ? null : RoleOf(reader.Any("role")!);

        public HolderAdded? Added(bool isSystem)
        {
            var (name, region) = (reader.RequireText("name"), Region());
            if (Holder.TargetOf(Id, isSystem) != target || !IdForm.IsMatch(Id))
            {
                flaws.Add(new Flaw(
                    "target-invalid", reader.Place,
                    new Wording($"“{target}”不能作为编号", $"'{target}' cannot be a target"),
                    new Wording(
                        $"写成 {Holder.TargetOf("", isSystem)} 加小写字母、数字或 . _ @ -，至多 64 个",
                        $"write {Holder.TargetOf("", isSystem)} and small letters, digits, . _ @ or -, "
                            + "64 at most")));
            }

            if (name is not null && (name.Length is 0 or > 100 || IdentityText.Find(name) is not null))
            {
                flaws.Add(new Flaw(
                    "name-invalid", reader.Any("name")!.Place,
                    new Wording("名称为空、过长或含看不见的字符", "the name is empty, too long, or has what nobody can see"),
                    new Wording("写 1 至 100 个看得见的字符", "write 1 to 100 characters that can be seen")));
            }

            return flaws.Count > 0 ? null : new HolderAdded(Id, isSystem, name!, region);
        }

        public KeyIssued? Issued()
        {
            var owner = reader.RequireText("owner");
            var roles = reader.List("roles").Select(RoleOf).OfType<Role>().ToImmutableSortedSet();
            var (source, region, expires) = (reader.Text("source"), Region(), reader.RequireDate("expires"));
            var hash = made?.Hash ?? reader.RequireText("hash");
            return flaws.Count > 0 ? null
                : new KeyIssued(new AccessKey(Id, owner!, roles, source, region, expires!.Value, hash!));
        }

        /// <summary>One that is asked for is initial, and made by who is asked.</summary>
        public PasswordSet? Password() => made is not null ? new PasswordSet(target, IsInitial: true, null)
            : reader.Boolean("initial") is { } initial && HashOfSecret() is { } hash
                ? new PasswordSet(target, initial, Secret) { Sha256 = hash } : null;

        public ProtectionKeyAdded? ProtectionKey() =>
            HashOfSecret() is { } hash ? new ProtectionKeyAdded(target, Secret) { Sha256 = hash } : null;

        public SignedIn? SignedIn() =>
            Text("session") is { } session && Text("how") is { } how
                ? new SignedIn(target, session, how) : null;

        public SignInFailed? Failed() =>
            reader.Number("failures") is { } failures ? new SignInFailed(target, (int)failures) : null;

        public Identity? Identity()
        {
            var (issuer, subject) = (Text("issuer"), Text("subject"));
            if (issuer is not null && (issuer.Length > Access.Identity.Longest || issuer.Contains(' ')
                || !Uri.TryCreate(issuer, UriKind.Absolute, out var address) || !IsWeb(address)))
            {
                flaws.Add(new Flaw(
                    "issuer-invalid", reader.Any("issuer")!.Place,
                    new Wording("issuer 不是可用的地址", "the issuer is no address that can be used"),
                    new Wording("照写提供方的 issuer，如 https://id.example.cn/",
                        "write the provider's issuer as it does, such as https://id.example.cn/")));
            }

            if (subject is { Length: 0 or > Access.Identity.Longest })
            {
                flaws.Add(new Flaw(
                    "subject-invalid", reader.Any("subject")!.Place,
                    new Wording("subject 为空或过长", "the subject is empty or too long"),
                    new Wording("写 1 至 255 个字符", "write 1 to 255 characters")));
            }

            return flaws.Count > 0 ? null : new Identity(issuer!, subject!);
        }

        private static bool IsWeb(Uri address) => address.Scheme is "http" or "https";

        public string? Text(string name) => reader.RequireText(name);

        /// <summary>The secret is no part of the chain, but its hash is.</summary>
        private string? HashOfSecret()
        {
            var hash = Text("sha256");
            return hash is not null && Secret is not null && hash != RegisterEntry.HashOf(Secret)
                ? throw new InvalidDataException($"the secret of {target} is not the one that was kept")
                : hash;
        }

        private RegionScope Region() => RegionScope.Read(reader, flaws);

        private Role? RoleOf(JsonPiece written)
        {
            var role = Roles.Parse(written.Text);
            if (role is null)
            {
                flaws.Add(NotOneOf(written, [.. Roles.All.Select(each => each.Word())]));
            }

            return role;
        }
    }
}
