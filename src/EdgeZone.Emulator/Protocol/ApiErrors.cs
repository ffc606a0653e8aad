namespace EdgeZone.Emulator.Protocol;

/// <summary>
/// Every refusal that is decided before an action runs: the only place where the gateway's codes and texts are written.
/// Source of the codes: https://www.tencentcloud.com/document/product/213/33281.
/// </summary>
internal static class ApiErrors
{
    /// <summary>Which requests are not understood at all.</summary>
    internal static class Protocol
    {
        public static ApiException MethodNotSupported() => new(
            "UnsupportedProtocol",
            "HTTP(S) request protocol error; only GET and POST requests are supported.",
            "http(s)请求协议错误，只支持GET和POST请求。");

        public static ApiException ContentTypeNotSupported(string contentType) => new(
            "UnsupportedProtocol",
            $"this action does not support Content-Type=`{contentType}`");

        public static ApiException RequestTooLarge() => new(
            "RequestSizeLimitExceeded",
            "The request size exceeds the upper limit.",
            "请求包超过限制大小。");

        public static ApiException NotJson() => new(
            "InvalidParameter",
            "The request content not valid json format for specified content-type=application/json.",
            "对于指定content-type=application/json协议下，请求内容不是合法的Json格式。");
    }

    /// <summary>Common parameters: action, version, region, timestamp, language.</summary>
    internal static class Common
    {
        public static ApiException MissingHeader(string header) => new(
            "MissingParameter",
            $"The request header is missing a required common parameter `{header}`.",
            $"请求头部缺少必传的公共参数 `{header}`。");

        public static ApiException InvalidValue(string parameter) => new(
            "InvalidParameterValue",
            $"A value specified in `{parameter}` is not valid, is unsupported, or cannot be used.",
            $"参数 `{parameter}` 取值错误。");

        public static ApiException NonceNotAnInteger() => new("InvalidParameter", "Parameter `Nonce` type error.");

        public static ApiException TimestampNotAnInteger(string parameter, string value) => new(
            "InvalidParameter",
            $"The value type of parameter `{parameter}` is not valid, input value is `{value}`.",
            $"参数 `{parameter}` 取值类型错误。传入值 `{value}`。");

        public static ApiException InvalidAction(string action, string version) => new(
            "InvalidAction",
            $"The request action=`{action}` is invalid or not found in service=`edgezone` and version=`{version}`.");

        public static ApiException NoSuchVersion(string version) => new(
            "NoSuchVersion",
            $"The specified api version=`{version}` does not exist in service=`edgezone`.");
    }

    /// <summary>Parameters of the action: names, types and presence. Ranges and formats are the validators' business.</summary>
    internal static class Parameter
    {
        public static ApiException Missing(string name) => new(
            "MissingParameter",
            $"The request is missing a required parameter `{name}`.",
            $"请求缺少必传参数 `{name}`。");

        public static ApiException Unknown(string name) => new("UnknownParameter", $"The parameter `{name}` is not recognized.");

        public static ApiException WrongJsonType(string path, string declaredType) => new(
            "InvalidParameter",
            $"The value type of parameter `{path}` is not valid, input type should be `{declaredType}`",
            $"参数 `{path}` 取值类型错误。参数类型应为 `{declaredType}`");

        public static ApiException WrongTextType(string path, string value) => new(
            "InvalidParameter",
            $"The value type of parameter `{path}` is not valid, input value is `{value}`.",
            $"参数 `{path}` 取值类型错误。传入值 `{value}`。");

        public static ApiException NotSplitByEquals() => new(
            "InvalidParameter",
            "Url key and value should be splited by `=`.",
            "参数错误，请求URL中参数key和value必须以 `=` 分隔。");

        public static ApiException EmptyKey() => new(
            "InvalidParameter",
            "The request has a parameter key which is empty string.",
            "参数错误，请求参数key不能为空字符串。");

        public static ApiException Repeated(string name) => new(
            "InvalidParameter",
            $"Parameter `{name}` input repeated.",
            $"参数 `{name}` 重复输入。");

        public static ApiException BrokenArray(string name) => new(
            "InvalidParameter",
            $"Parameter `{name}` invalid array format, array index must be continuous and starts with 0.",
            $"参数 `{name}` 是非法是数组格式，数组下标必须是连续的而且从0下标开始。");
    }

    /// <summary>Credentials and signatures.</summary>
    internal static class Auth
    {
        public static ApiException SecretIdNotFound() => new(
            "AuthFailure.SecretIdNotFound",
            "The SecretId is not found, please ensure that your SecretId is correct.",
            "SecretId不存在，请输入正确的密钥。");

        public static ApiException SignatureFailure(Explanation explanation) => new(
            "AuthFailure.SignatureFailure",
            "The provided credentials could not be validated. Please check your signature is correct.",
            "请求签名验证失败，请检查您的签名计算是否正确。")
        {
            Explanation = explanation,
        };

        public static ApiException SignatureFailureBySize() => new(
            "AuthFailure.SignatureFailure",
            "The provided credentials could not be validated because of exceeding request size limit, please use new signature method `TC3-HMAC-SHA256`.",
            "由于请求包大小超过限制，请求签名验证失败，请使用新的签名方法 `TC3-HMAC-SHA256`。");

        public static ApiException SignatureExpired() => new(
            "AuthFailure.SignatureExpire",
            "The signature is expired, please request again.");

        public static ApiException TokenFailure() => new(
            "AuthFailure.TokenFailure",
            "Token verification failed, please check if your Token is correct");

        public static ApiException InvalidAuthorization(AuthorizationFault fault) => new(
            "AuthFailure.InvalidAuthorization",
            $"The request `Authorization` header does not conform to tencentcloud standards: {fault.English}.",
            $"请求头部的`Authorization`不符合腾讯云标准：{fault.Chinese}。");

        public static ApiException ContentHashMismatch() => new(
            "InvalidParameterValue",
            "The value specified in `X-TC-Content-SHA256` is not correct.",
            "参数 `X-TC-Content-SHA256` 计算值不正确。");

        /// <param name="header">What the browser told of the page, as <c>Name: value</c>.</param>
        public static ApiException ForeignPage(string header) => new(
            "AuthFailure.UnauthorizedOperation",
            $"A web page of another site sent this request (`{header}`), and the emulator takes calls from no such page.");

        public static ApiException TooManySandboxes(int maximum) => new(
            "AuthFailure.UnauthorizedOperation",
            $"This SecretId has no sandbox yet, and the emulator already holds the {maximum} that Emulator:Sandboxes:Maximum allows.");
    }

    /// <summary>Frequency and failures of the service itself.</summary>
    internal static class Service
    {
        public static ApiException RateLimited(int count, int limit) => new(
            "RequestLimitExceeded",
            $"Your current request times equals to `{count}` in a second, which exceeds the frequency limit `{limit}` for a second. "
                + "Please reduce the frequency of calls.",
            $"您当前每秒请求 `{count}` 次，超过了每秒频率上限 `{limit}`，请稍后重试。");

        public static ApiException InternalError() => new(
            "InternalError",
            "An internal error has occurred. Retry your request, but if the problem persists, contact us.",
            "内部服务错误，请稍后重试");
    }
}
