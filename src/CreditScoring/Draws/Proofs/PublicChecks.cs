using CreditScoring.Documents;

namespace CreditScoring.Draws.Proofs;

/// <summary>What can be said offline of the public value of a proof, and what cannot.</summary>
internal static class PublicChecks
{
    private const string Value = "public-value";
    private const string RoundHash = "round-hash";

    public static IEnumerable<Check> Of(Proof proof)
    {
        var (source, value) = (proof.Announced.Public, proof.Public);
        if (source.Kind == PublicKind.None)
        {
            return [OfNone(value)];
        }

        if (value is null)
        {
            return [Check.Failed(Value, new Wording("缺少公开值", "the public value is missing"))];
        }

        return
        [
            Check.Of(
                Value, source.FlawOf(value.Value) is null, "公开值是事先写明的形式",
                "the public value has the form that was named", source.FlawOf(value.Value)),
            Check.Of(
                "time", proof.Announced.Published < source.At, "公开值在公布之后产生",
                "the public value came after the publication"),
            .. source.Kind == PublicKind.Drand ? OfDrand(source, value) : OfOther(source, value),
        ];
    }

    private static Check OfNone(PublicValue? value) => value is null
        ? Check.Not(
            Value, "没有公开值：知道密数的人事先就知道结果",
            "there is no public value: whoever knew the secret knew the draw")
        : Check.Failed(Value, new Wording("没有指明公开值，证明中却有", "none was named, and there is one"));

    private static IEnumerable<Check> OfDrand(PublicSource source, PublicValue value)
    {
        var chain = source.Chain!;
        var signed = Hex.TryRead(value.Signature, chain.SignatureOctets, out var signature);
        var linked = Hex.TryRead(value.Previous, chain.SignatureOctets, out var before);
        yield return Check.Of(
            RoundHash, signed && $"{Digest.Of(signature)}" == value.Value,
            "公开值是该轮签名的 SHA-256", "the public value is SHA-256 of the round's signature");
        yield return chain.IsChained
            ? Check.Of(
                "round-link", linked && !before.AsSpan().SequenceEqual(signature),
                "有上一轮的签名", "the signature of the round before is there")
            : Check.Of(
                "round-link", value.Previous is null, "该链各轮互不相连", "rounds of this chain are not linked");
        yield return Check.Not(
            "round-signature",
            $"没有验签（BLS12-381）：请在任一 drand 站点核对 {chain.Name} 第 {source.Round} 轮的值",
            "the signature (BLS12-381) was not checked: "
                + $"compare round {source.Round} of {chain.Name} at any relay of drand");
    }

    private static IEnumerable<Check> OfOther(PublicSource source, PublicValue value)
    {
        if ((value.Signature, value.Previous) != (null, null))
        {
            yield return Check.Failed(
                RoundHash, new Wording("这一种公开值没有签名", "a value of this kind has no signature"));
        }

        yield return Check.Not(
            "source", $"请在公布处核对“{source.Name}”：{value.Value}",
            $"compare '{source.Name}' where it was published: {value.Value}");
    }
}
