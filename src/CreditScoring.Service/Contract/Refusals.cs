namespace CreditScoring.Service.Contract;

/// <summary>What a status means, in the words of the contract.</summary>
internal static class Refusals
{
    public static string Says(int status) => status switch
    {
        StatusCodes.Status200OK => "应答 · the answer",
        StatusCodes.Status204NoContent => "没有内容 · there is nothing",
        StatusCodes.Status302Found => "转至他处 · go there",
        StatusCodes.Status304NotModified => "与所持的相同 · as you have it",
        StatusCodes.Status400BadRequest => "请求无效 · the request cannot be used",
        StatusCodes.Status401Unauthorized => "须出示有效的密钥 · a key that is good has to be shown",
        StatusCodes.Status403Forbidden => "没有此项权限 · there is no right to do this",
        StatusCodes.Status404NotFound => "没有所问之物 · there is no such thing",
        StatusCodes.Status406NotAcceptable => "没有所要求的格式 · not to be had in that form",
        StatusCodes.Status408RequestTimeout => "请求体未按时送达 · the body did not come in time",
        StatusCodes.Status409Conflict => "与现状冲突 · it does not fit what is",
        StatusCodes.Status410Gone => "已不可得 · it is no longer to be had",
        StatusCodes.Status412PreconditionFailed => "与所据的版本不符 · it has changed since",
        StatusCodes.Status413PayloadTooLarge => "请求体过大 · the body is too large",
        StatusCodes.Status415UnsupportedMediaType => "不支持该内容类型 · this content type is not taken",
        StatusCodes.Status422UnprocessableEntity => "可读但不成立 · it can be read, and cannot be",
        StatusCodes.Status429TooManyRequests =>
            "请求过多，按 Retry-After 重试 · too many; try again after Retry-After",
        StatusCodes.Status501NotImplemented => "本程序无法回答 · this program cannot answer",
        StatusCodes.Status503ServiceUnavailable => "暂不可用，稍后再试 · not available; try again a little later",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "no words for this status"),
    };
}
